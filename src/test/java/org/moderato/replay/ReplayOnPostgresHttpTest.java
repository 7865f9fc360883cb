package org.moderato.replay;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.moderato.OnPostgres;

@QuarkusTest
@TestProfile(OnPostgres.class)
class ReplayOnPostgresHttpTest extends ReplayCase {}
