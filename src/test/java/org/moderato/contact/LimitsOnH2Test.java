package org.moderato.contact;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(LedgerEndpointsTest.Strategy.class)
class LimitsOnH2Test extends LimitsCase {}
