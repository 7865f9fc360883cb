package org.moderato.release.drools;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/**
 * What came of one run of the compiler.
 *
 * @param release under which name KIE keeps the module, if it was built
 * @param errors what is wrong
 * @param failure what the compiler itself stumbled over; null: nothing
 */
record Build(ReleaseId release, List<Message> errors, @Nullable Throwable failure) {

  static final String RESOURCES = "src/main/resources/";

  private static final AtomicLong COUNTER = new AtomicLong();

  /**
   * Builds a module of its own name: KIE keeps all modules in one static repository.
   *
   * @param texts rule text by path
   */
  static Build run(Map<String, String> texts) {
    KieServices services = KieServices.Factory.get();
    String number = String.valueOf(COUNTER.incrementAndGet());
    ReleaseId release = services.newReleaseId("org.moderato.strategy", "strategy", number);
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
