package org.moderato.replay;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.moderato.OnH2;

@QuarkusTest
@TestProfile(OnH2.class)
class ReplayOnH2HttpTest extends ReplayCase {}
