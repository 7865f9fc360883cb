package org.moderato.release.drools;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.moderato.release.guard.AllowList;
import org.moderato.release.guard.RuleWords;
import org.moderato.release.guard.TextCheck;

/**
 * What all rule texts of a strategy declare together.
 *
 * @param types simple names of the types
 * @param classes their internal names, such as {@code moderato/rules/FrequencyCap}
 * @param check holds texts to these names and to those of the allow-list
 */
record Declarations(Set<String> types, Set<String> classes, TextCheck check) {

  static Declarations of(List<ParsedText> texts) {
    Set<String> types = new HashSet<>();
    Set<String> classes = new HashSet<>();
    Set<String> fields = new HashSet<>();
    Set<String> functions = new HashSet<>();
    for (ParsedText text : texts) {
      for (TypeDeclarationDescr type : text.content().getTypeDeclarations()) {
        types.add(type.getTypeName());
        classes.add(text.folder() + type.getTypeName());
        fields.addAll(type.getFields().keySet());
      }
      text.content().getFunctions().stream().map(FunctionDescr::getName).forEach(functions::add);
    }
    RuleWords words = new RuleWords(types, fields, functions);
    return new Declarations(types, classes, new TextCheck(AllowList.published(), words));
  }
}
