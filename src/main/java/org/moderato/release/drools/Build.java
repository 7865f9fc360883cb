package org.moderato.release.drools;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.runtime.KieContainer;

/**
 * What came of one run of the compiler.
 *
 * @param release under which name KIE keeps the module, if it was built
 * @param errors what is wrong
 * @param failure what the compiler itself stumbled over; null: nothing
 */
record Build(ReleaseId release, List<Message> errors, @Nullable Throwable failure) {

  static {
    EngineLocale.pin();
  }

  static final String RESOURCES = "src/main/resources/";

  private static final int KEY_IN_NAME = 16;
  private static final String CLASS = ".class";

  private static final AtomicLong COUNTER = new AtomicLong();

  /**
   * Builds a module of its own name: KIE keeps all modules in one static repository.
   *
   * @param texts rule text by path
   */
  static Build run(Map<String, String> texts) {
    return run(texts, String.valueOf(COUNTER.incrementAndGet()));
  }

  /** The same, unless the cache knows it already; what is built well is known from then on. */
  static Build run(Map<String, String> texts, ClassCache cache) {
    Optional<String> key = cache.key(texts);
    if (key.isEmpty()) {
      return run(texts);
    }
    String number = key.get().substring(0, KEY_IN_NAME);
    Optional<Build> known = cache.read(key.get()).flatMap(jar -> load(number, jar));
    if (known.isPresent()) {
      return known.get();
    }
    Build build = run(texts, number);
    if (build.isGood()) {
      KieModule module = services().getRepository().getKieModule(build.release());
      cache.write(key.get(), ((InternalKieModule) module).getBytes());
    }
    return build;
  }

  /** What was compiled before; empty if the engine cannot make a module of it. */
  private static Optional<Build> load(String number, byte[] jar) {
    ReleaseId release = name(number);
    try {
      KieModuleModel model = services().newKieModuleModel();
      KieBuilderImpl.setDefaultsforEmptyKieModule(model);
      MemoryKieModule module =
          new MemoryKieModule(release, model, MemoryFileSystem.readFromJar(jar));
      if (!module.isAvailable(CanonicalKieModule.getModelFileWithGAV(release))) {
        return Optional.empty();
      }
      services().getRepository().addKieModule(new CanonicalKieModule(module));
      return Optional.of(new Build(release, List.of(), null));
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static KieServices services() {
    return KieServices.Factory.get();
  }

  private static ReleaseId name(String number) {
    return services().newReleaseId("org.moderato.strategy", "strategy", number);
  }

  private static Build run(Map<String, String> texts, String number) {
    KieServices services = services();
    ReleaseId release = name(number);
    KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(release);
    texts.forEach((path, drl) -> files.write(RESOURCES + path, drl));
    KieBuilder builder = services.newKieBuilder(files, loader());
    try {
      builder.buildAll(ExecutableModelProject.class);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return new Build(release, List.of(), e);
    }
    return new Build(release, builder.getResults().getMessages(Message.Level.ERROR), null);
  }

  boolean isGood() {
    return errors.isEmpty() && failure == null;
  }

  /** The bytes of all classes that were made, by internal name; nothing is loaded. */
  Map<String, byte[]> classes() {
    InternalKieModule module =
        (InternalKieModule) KieServices.Factory.get().getRepository().getKieModule(release);
    return module.getFileNames().stream()
        .filter(name -> name.endsWith(CLASS))
        .collect(
            Collectors.toMap(
                name -> name.substring(0, name.length() - CLASS.length()), module::getBytes));
  }

  KieContainer container() {
    return KieServices.Factory.get().newKieContainer(release, loader());
  }

  /** Makes KIE forget the module. */
  void discard() {
    KieServices.Factory.get().getRepository().removeKieModule(release);
  }

  /** That of the application: threads of other pools may have none that sees our classes. */
  private static ClassLoader loader() {
    return Build.class.getClassLoader();
  }
}
