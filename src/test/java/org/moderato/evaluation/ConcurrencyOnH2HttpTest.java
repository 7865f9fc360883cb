package org.moderato.evaluation;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.moderato.OnH2;

@QuarkusTest
@TestProfile(OnH2.class)
class ConcurrencyOnH2HttpTest extends ConcurrencyCase {}
