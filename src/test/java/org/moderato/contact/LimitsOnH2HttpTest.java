package org.moderato.contact;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.moderato.OnH2;

@QuarkusTest
@TestProfile(OnH2.class)
class LimitsOnH2HttpTest extends LimitsCase {}
