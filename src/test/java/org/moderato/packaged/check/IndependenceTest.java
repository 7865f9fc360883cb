package org.moderato.packaged.check;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.moderato.packaged.check")
class IndependenceTest {

  @ArchTest
  static final ArchRule the_check_shares_nothing_with_the_service =
      classes()
          .that()
          .haveSimpleNameNotEndingWith("Test")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "com.fasterxml.jackson..",
              "org.moderato.packaged.check..")
          .because("a check that computes as the service does repeats its mistakes");
}
