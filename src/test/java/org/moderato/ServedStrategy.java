package org.moderato;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The strategy of a running service that many classes of tests share, since each service of their
 * own would cost them a start. A class saves its strategy before its tests.
 */
public final class ServedStrategy {

  /**
   * Says which strategy the folder holds; no part of it, since its name begins with a full stop.
   */
  private static final String MARK = ".strategy-of-the-tests";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private ServedStrategy() {}

  /** The settings of a service whose strategy may be changed, in a folder of that name. */
  static Map<String, String> settings(String folder) {
    return new TestFolder(folder).setting();
  }

  /** Saves a strategy unless it is there, and waits until it is in force. */
  public static void use(String name, Consumer<TestFolder> strategy) {
    Path mark = path().resolve(MARK);
    try {
      if (Files.exists(mark) && Files.readString(mark).equals(name)) {
        return;
      }
      String before = release();
      strategy.accept(new TestFolder(path().getFileName().toString()));
      await().atMost(PATIENCE).until(() -> isServed() && !release().equals(before));
      Files.writeString(mark, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path path() {
    return Path.of(ConfigProvider.getConfig().getValue("moderato.strategy.folder", String.class));
  }

  private static boolean isServed() {
    return given().get("/v1/strategy/status").path("folderDiffers").equals(false);
  }

  private static String release() {
    return String.valueOf(given().get("/v1/strategy/status").<String>path("release"));
  }
}
