package org.moderato;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import java.time.Clock;

/** The walls of the house. */
@AnalyzeClasses(packages = "org.moderato", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_core_knows_no_framework =
      classes()
          .that()
          .resideInAPackage("org.moderato.strategy..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "org.moderato.strategy..")
          .because("a pure judge can be tested, replayed and asked what-if without a service");

  @ArchTest
  static final ArchRule only_one_package_knows_drools =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.moderato.release.drools..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.kie..", "org.drools..")
          .because("a new version of the rule engine must not be felt outside its adapter");

  @ArchTest
  static final ArchRule only_one_package_knows_workbooks =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.moderato.release.workbook..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("org.apache.poi..")
                  .and(
                      DescribedPredicate.not(
                          JavaClass.Predicates.resideInAPackage("org.apache.poi.ss.util.."))))
          .because("reading a spreadsheet safely takes settings that are made in one place");

  @ArchTest
  static final ArchRule rows_live_in_the_store =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .resideInAPackage("..store..")
          .because("an entity is a row, and rows belong to the store");

  @ArchTest
  static final ArchRule rows_stay_in_the_store =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAPackage("..store..")
          .because("features exchange records, which no session can change or load lazily");

  @ArchTest
  static final ArchRule features_form_no_cycles =
      slices()
          .matching("org.moderato.(*)..")
          .should()
          .beFreeOfCycles()
          .because("evaluation knows release and contact, both know strategy, and none looks back");

  @ArchTest
  static final ArchRule constructors_inject =
      noFields()
          .should()
          .beAnnotatedWith(Inject.class)
          .because("what a class needs stands in its constructor, and its fields are final");

  @ArchTest
  static final ArchRule time_comes_from_a_clock =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Clocks.class)
          .should()
          .accessTargetWhere(describe("the system is asked for the time", ArchitectureTest::isNow))
          .because("a test, a replay and the database decide what time it is");

  @ArchTest
  static final ArchRule only_deadlines_measure_time =
      noClasses()
          .that()
          .doNotHaveSimpleName("Deadline")
          .should()
          .accessTargetWhere(
              describe("System.nanoTime() is asked", call -> is(call, System.class, "nanoTime")))
          .because("elapsed time is the business of the deadline and of the metrics library");

  @ArchTest
  static final ArchRule no_standard_streams =
      noClasses()
          .should(ACCESS_STANDARD_STREAMS)
          .because("what is worth telling goes to the log, where it can be filtered");

  /** Also finds {@code Instant::now}, which is no call but a reference. */
  private static boolean isNow(JavaAccess<?> access) {
    return is(access, System.class, "currentTimeMillis")
        || access.getTargetOwner().isEquivalentTo(Clock.class)
            && access.getName().matches("(system|tick).*")
        || access.getTargetOwner().getPackageName().startsWith("java.time")
            && access.getName().equals("now")
            && !isGivenAClock(access);
  }

  private static boolean isGivenAClock(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static boolean is(JavaAccess<?> access, Class<?> owner, String name) {
    return access.getTargetOwner().isEquivalentTo(owner) && access.getName().equals(name);
  }
}
