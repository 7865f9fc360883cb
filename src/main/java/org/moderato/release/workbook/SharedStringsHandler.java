package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Takes in the texts of a workbook as they are parsed. POI's own table of them makes a rich text of
 * each, which takes longer than all the rest.
 */
final class SharedStringsHandler extends DefaultHandler {

  private final List<String> strings = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean isText;
  private boolean isPhonetic;

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "si" -> text.setLength(0);
      case "rPh" -> isPhonetic = true;
      case "t" -> isText = !isPhonetic;
      default -> {}
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (isText) {
      text.append(characters, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    switch (name) {
      case "si" -> strings.add(text.toString());
      case "rPh" -> isPhonetic = false;
      case "t" -> isText = false;
      default -> {}
    }
  }

  List<String> strings() {
    return strings;
  }
}
