package org.moderato.release.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Looks into one part of a workbook's package while it is unpacked: for document types, which name
 * and repeat other texts, and for what it says of other parts, whatever those are called.
 */
final class PartCheck {

  private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

  private final boolean saysWhatPartsAre;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int matched;
  private boolean hasDoctype;

  PartCheck(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    this.saysWhatPartsAre = lower.endsWith(".rels") || lower.equals("[content_types].xml");
  }

  /** Takes the next bytes. Of sixteen-bit text every other byte is 0. */
  void read(byte[] buffer, int length) {
    for (int i = 0; i < length && !hasDoctype; i++) {
      if (buffer[i] == DOCTYPE[matched]) {
        matched++;
        hasDoctype = matched == DOCTYPE.length;
        matched = hasDoctype ? 0 : matched;
      } else if (buffer[i] != 0) {
        matched = buffer[i] == DOCTYPE[0] ? 1 : 0;
      }
    }
    if (saysWhatPartsAre) {
      bytes.write(buffer, 0, length);
    }
  }

  /** Why the workbook is refused; null if this part is as it should be. */
  PackageCheck.@Nullable Refusal refusal() {
    if (hasDoctype) {
      return PackageCheck.Refusal.damaged();
    }
    return saysWhatPartsAre ? ofParts() : null;
  }

  private PackageCheck.@Nullable Refusal ofParts() {
    Handler handler = new Handler();
    try {
      XMLReader parser = XMLHelper.newXMLReader();
      parser.setContentHandler(handler);
      parser.parse(new InputSource(new ByteArrayInputStream(bytes.toByteArray())));
      return handler.refusal;
    } catch (IOException | SAXException | ParserConfigurationException e) {
      return PackageCheck.Refusal.damaged();
    }
  }

  /** Reads relations and types of content. */
  private static final class Handler extends DefaultHandler {

    private PackageCheck.@Nullable Refusal refusal;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      check(attributes.getValue("ContentType"));
      check(attributes.getValue("Type"));
      boolean isOutside = "External".equalsIgnoreCase(attributes.getValue("TargetMode"));
      String type = String.valueOf(attributes.getValue("Type"));
      if (isOutside && !type.endsWith("/hyperlink")) {
        refusal = PackageCheck.Refusal.links();
      }
    }

    private void check(@Nullable String type) {
      String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
      if (lower.contains("macroenabled") || lower.contains("vbaproject")) {
        refusal = PackageCheck.Refusal.macros();
      } else if (lower.contains("activex") || lower.contains("/control")) {
        refusal = PackageCheck.Refusal.macros();
      } else if (lower.endsWith("oleobject") || lower.endsWith("/package")) {
        refusal = PackageCheck.Refusal.embedded();
      } else if (lower.endsWith("externallink") || lower.contains(".externallink+")) {
        refusal = PackageCheck.Refusal.links();
      }
    }
  }
}
