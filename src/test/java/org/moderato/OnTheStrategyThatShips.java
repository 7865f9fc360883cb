package org.moderato;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.moderato.release.StrategyFiles;

/** The strategy that ships, in a folder that may be edited, with its sample customers. */
public class OnTheStrategyThatShips implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    TestFolder folder = new TestFolder("shipped");
    StrategyFiles.readFrom(Path.of(".")).files().forEach(folder::write);
    Map<String, String> settings = new HashMap<>(folder.setting());
    settings.put("moderato.sample.load", "true");
    // Stories took place some time ago.
    settings.put("moderato.evaluation.max-past", "3650d");
    return settings;
  }
}
