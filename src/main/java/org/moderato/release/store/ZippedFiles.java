package org.moderato.release.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.moderato.release.StrategyFiles;

/** Packs the files of a strategy for the database. */
public final class ZippedFiles {

  /** More than any strategy needs, and nothing that fills the memory. */
  private static final int MAX_BYTES = 64 << 20;

  private static final int MAX_FILES = 1_000;

  private ZippedFiles() {}

  /** Packs files, those of the same content always in the same bytes but for the time. */
  public static byte[] zip(StrategyFiles files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws UncheckedIOException if it is no zip, or more than a strategy ever needs
   */
  public static StrategyFiles unzip(byte[] bytes) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    int total = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        byte[] content = zip.readNBytes(MAX_BYTES - total + 1);
        total += content.length;
        if (total > MAX_BYTES || files.size() == MAX_FILES) {
          throw new IOException("more than " + MAX_BYTES + " bytes or " + MAX_FILES + " files");
        }
        files.put(entry.getName(), content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the files of a strategy cannot be unpacked", e);
    }
    return new StrategyFiles(files);
  }
}
