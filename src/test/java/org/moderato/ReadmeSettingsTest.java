package org.moderato;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.evaluation.EvaluationConfig;
import org.moderato.evaluation.VocabularyConfig;
import org.moderato.http.HttpConfig;
import org.moderato.overload.ClassesConfig;
import org.moderato.overload.OutageConfig;
import org.moderato.overload.OverloadConfig;
import org.moderato.release.ReleaseConfig;
import org.moderato.replay.ImpactConfig;
import org.moderato.sample.SampleConfig;

class ReadmeSettingsTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        ClassesConfig.class,
        EvaluationConfig.class,
        HttpConfig.class,
        ImpactConfig.class,
        OutageConfig.class,
        OverloadConfig.class,
        ReleaseConfig.class,
        SampleConfig.class,
        VocabularyConfig.class
      })
  void namesEverySettingWithItsDefault(Class<?> config) {
    String readme = Document.readme().text();

    assertThat(Stream.of(config.getDeclaredMethods()).map(method -> row(config, method)))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(readme).contains(row));
  }

  private static String row(Class<?> config, Method setting) {
    WithName given = setting.getAnnotation(WithName.class);
    String own = setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    String name = given == null ? own : given.value();
    WithDefault usual = setting.getAnnotation(WithDefault.class);
    // What is not set follows from the machine; in words.
    return "| `%s.%s` | ".formatted(config.getAnnotation(ConfigMapping.class).prefix(), name)
        + (usual == null ? "" : "`" + usual.value() + "` |");
  }
}
