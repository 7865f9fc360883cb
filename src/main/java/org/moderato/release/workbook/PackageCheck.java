package org.moderato.release.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Looks at a workbook's package, entry by entry, before anything in it is parsed. */
final class PackageCheck {

  static final int MAX_BYTES = 5 << 20;
  static final long MAX_UNPACKED = 50L << 20;
  static final long MAX_PART = 20L << 20;
  static final int MAX_ENTRIES = 200;

  /** In the relations of a workbook in the strict variant of the format. */
  private static final String STRICT = "purl.oclc.org/ooxml";

  private static final int END_LENGTH = 22;
  private static final int HEADER_LENGTH = 46;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int DIRECTORY_SIGNATURE = 0x02014b50;

  private final byte[] bytes;
  private final Set<String> entries = new HashSet<>();
  private final StringBuilder relations = new StringBuilder();
  private long unpacked;

  private PackageCheck(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Why a workbook is not read. */
  record Refusal(String code, String message, @Nullable String hint) {

    static Refusal damaged() {
      return new Refusal(
          "MOD-XLS-001",
          "The workbook cannot be read: it is damaged, or only half copied",
          "Open it in your spreadsheet program and save it again as .xlsx");
    }

    static Refusal macros() {
      String hint = "Save it as .xlsx without macros";
      return new Refusal("MOD-XLS-004", "The workbook holds macros", hint);
    }

    static Refusal embedded() {
      return new Refusal("MOD-XLS-004", "The workbook holds embedded files", "Delete them");
    }

    static Refusal links() {
      return new Refusal(
          "MOD-XLS-004",
          "The workbook refers to other workbooks",
          "Replace such formulas by their values, then break the links (Data, Edit links)");
    }
  }

  static Optional<Refusal> check(byte[] bytes) {
    return Optional.ofNullable(new PackageCheck(bytes).refusal());
  }

  private @Nullable Refusal refusal() {
    if (bytes.length > MAX_BYTES) {
      return tooLarge("larger than 5 MB");
    }
    FileMagic magic = FileMagic.valueOf(bytes);
    if (magic == FileMagic.OLE2) {
      return oldOrEncrypted();
    }
    if (magic != FileMagic.OOXML) {
      return other("The file is no .xlsx workbook");
    }
    try {
      Refusal refusal = refusedEntry();
      return refusal != null ? refusal : refusedAsAWhole();
    } catch (IOException | IllegalArgumentException e) {
      return Refusal.damaged();
    }
  }

  private @Nullable Refusal refusedAsAWhole() {
    if (!isWhole()) {
      return Refusal.damaged();
    }
    if (entries.stream().noneMatch(entry -> entry.startsWith("xl/"))) {
      return other("The file is no .xlsx workbook");
    }
    return relations.indexOf(STRICT) >= 0
        ? other("The workbook has the format \"Strict Open XML\", which is not read")
        : null;
  }

  private static Refusal other(String message) {
    return new Refusal("MOD-XLS-001", message, "Save it as \"Excel workbook (.xlsx)\"");
  }

  private Refusal oldOrEncrypted() {
    try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      if (container.getRoot().hasEntry("EncryptedPackage")) {
        return new Refusal(
            "MOD-XLS-003", "The workbook is protected by a password", "Save it without password");
      }
    } catch (IOException | RuntimeException e) {
      return Refusal.damaged();
    }
    return new Refusal(
        "MOD-XLS-005",
        "The workbook has the old .xls format although its name ends with .xlsx",
        "Save it as \"Excel workbook (.xlsx)\"");
  }

  private @Nullable Refusal refusedEntry() throws IOException {
    byte[] buffer = new byte[8192];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        // Parts differ in more than capital letters.
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (!entries.add(name)
            || name.contains("..")
            || name.matches("(?s)[/\\\\].*|.*[\\\\:].*")) {
          return Refusal.damaged();
        }
        if (entries.size() > MAX_ENTRIES) {
          return tooLarge("made of more than 200 parts");
        }
        Refusal active = activeContent(name);
        Refusal refusal = active != null ? active : refusedPart(zip, entry.getName(), buffer);
        if (refusal != null) {
          return refusal;
        }
      }
    }
    return null;
  }

  private @Nullable Refusal refusedPart(ZipInputStream zip, String name, byte[] buffer)
      throws IOException {
    PartCheck part = new PartCheck(name);
    long ofPart = 0;
    for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
      unpacked += read;
      ofPart += read;
      part.read(buffer, read);
      if (name.equals("_rels/.rels")) {
        relations.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
      }
      if (unpacked > MAX_UNPACKED) {
        return tooLarge("larger than 50 MB when unpacked");
      }
      if (ofPart > MAX_PART) {
        return tooLarge("made of parts that are larger than 20 MB when unpacked");
      }
    }
    return part.refusal();
  }

  private static @Nullable Refusal activeContent(String entry) {
    if (entry.endsWith("vbaproject.bin") || entry.contains("/activex/")) {
      return Refusal.macros();
    }
    if (entry.contains("/embeddings/")) {
      return Refusal.embedded();
    }
    return entry.contains("/externallinks/") ? Refusal.links() : null;
  }

  private static Refusal tooLarge(String how) {
    return new Refusal("MOD-XLS-002", "The workbook is " + how, "Divide it into several");
  }

  /**
   * Whether the directory at the end speaks of just the entries that were read. Of two archives in
   * one file a spreadsheet program would show the other one.
   */
  private boolean isWhole() {
    ByteBuffer end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = bytes.length - END_LENGTH; at >= 0; at--) {
      if (end.getInt(at) == END_SIGNATURE) {
        int count = Short.toUnsignedInt(end.getShort(at + 10));
        int size = end.getInt(at + 12);
        int directory = end.getInt(at + 16);
        // -1: the true place stands in a record for archives of more than 4 GB.
        boolean isThere =
            directory == -1
                || (directory >= 0
                    && directory + size == at
                    && end.getInt(directory) == DIRECTORY_SIGNATURE);
        return count == entries.size() && isThere && namesEntries(end, directory, count);
      }
    }
    return false;
  }

  /** Programs differ in whether they read the directory or the entries. */
  private boolean namesEntries(ByteBuffer archive, int directory, int count) {
    int at = directory;
    for (int i = 0; i < count && directory >= 0; i++) {
      if (at + HEADER_LENGTH > bytes.length || archive.getInt(at) != DIRECTORY_SIGNATURE) {
        return false;
      }
      int length = Short.toUnsignedInt(archive.getShort(at + 28));
      int more =
          Short.toUnsignedInt(archive.getShort(at + 30))
              + Short.toUnsignedInt(archive.getShort(at + 32));
      int start = at + HEADER_LENGTH;
      if (start + length > bytes.length) {
        return false;
      }
      String name = new String(bytes, start, length, StandardCharsets.UTF_8);
      if (!entries.contains(name.toLowerCase(Locale.ROOT))) {
        return false;
      }
      at = start + length + more;
    }
    return true;
  }
}
