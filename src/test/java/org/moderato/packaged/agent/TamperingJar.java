package org.moderato.packaged.agent;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.agent.builder.AgentBuilder;
import org.moderato.packaged.agent.Tampering.Without;

/** The agent as the virtual machine wants it, and how to tell it what to do. */
public final class TamperingJar {

  private static final String PACKAGE = TamperingJar.class.getPackageName();
  private static final Path FILE = write();

  private TamperingJar() {}

  /** Options of a virtual machine whose clock goes wrong by so much. */
  public static List<String> clock(Duration wrong) {
    return List.of(
        "-javaagent:" + FILE + "=" + Without.RIGHT_TIME,
        "-D" + Tampering.CLOCK + "=" + wrong.toSeconds());
  }

  /** Options of a virtual machine that lacks protections. */
  public static List<String> without(Without... protections) {
    return Arrays.stream(protections).map(without -> "-javaagent:" + FILE + "=" + without).toList();
  }

  private static Path write() {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", Tampering.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    Path file = Path.of("target", "tampering.jar").toAbsolutePath();
    try {
      attributes.put(Attributes.Name.CLASS_PATH, root(AgentBuilder.class).toString());
      Path written = Files.createTempFile(file.getParent(), "tampering", ".jar");
      try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(written), manifest);
          var classes = Files.newDirectoryStream(folder())) {
        for (Path type : classes) {
          jar.putNextEntry(new JarEntry(PACKAGE.replace('.', '/') + "/" + type.getFileName()));
          Files.copy(type, jar);
        }
      }
      return Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(root(TamperingJar.class)).resolve(PACKAGE.replace('.', '/'));
  }

  private static URI root(Class<?> type) throws URISyntaxException {
    return type.getProtectionDomain().getCodeSource().getLocation().toURI();
  }
}
