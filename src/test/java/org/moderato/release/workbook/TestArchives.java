package org.moderato.release.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Takes a workbook's archive apart and puts it together wrongly. */
final class TestArchives {

  private final byte[] good;

  TestArchives(byte[] good) {
    this.good = good;
  }

  private Map<String, byte[]> parts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(good))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  byte[] change(String part, UnaryOperator<String> change) {
    Map<String, byte[]> parts = parts();
    String before = new String(parts.get(part), StandardCharsets.UTF_8);
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new IllegalArgumentException("nothing to change in " + before);
    }
    parts.put(part, after.getBytes(StandardCharsets.UTF_8));
    return zip(parts);
  }

  byte[] without(String part) {
    Map<String, byte[]> parts = parts();
    parts.remove(part);
    return zip(parts);
  }

  byte[] with(String... names) {
    return with(new byte[1], names);
  }

  byte[] with(byte[] content, String... names) {
    Map<String, byte[]> parts = parts();
    for (String name : names) {
      parts.put(name, content);
    }
    return zip(parts);
  }

  /** One after the other: programs differ in which of them they show. */
  byte[] twice() {
    byte[] twice = Arrays.copyOf(good, good.length * 2);
    System.arraycopy(good, 0, twice, good.length, good.length);
    return twice;
  }

  byte[] half() {
    return Arrays.copyOf(good, good.length / 2);
  }

  byte[] withAFlippedBit() {
    byte[] flipped = good.clone();
    flipped[good.length / 3] ^= 1;
    return flipped;
  }

  byte[] withSomeBytesChanged(Random random) {
    byte[] changed = good.clone();
    for (int change = 0; change <= random.nextInt(5); change++) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
    }
    return changed;
  }

  /** Changes characters of the XML of one part, and packs it as it should be. */
  byte[] withSomeTextChanged(Random random) {
    Map<String, byte[]> parts = parts();
    List<String> names = parts.keySet().stream().filter(name -> name.endsWith(".xml")).toList();
    String name = names.get(random.nextInt(names.size()));
    byte[] text = parts.get(name).clone();
    for (int change = 0; change <= random.nextInt(4); change++) {
      int at = random.nextInt(text.length);
      text[at] = (byte) (random.nextBoolean() ? 32 + random.nextInt(95) : text[at] ^ 1);
    }
    parts.put(name, text);
    return zip(parts);
  }

  byte[] encrypted() throws IOException, GeneralSecurityException, InvalidFormatException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(good));
          var stream = encryptor.getDataStream(container)) {
        workbook.save(stream);
      }
      container.writeFilesystem(bytes);
    }
    return bytes.toByteArray();
  }

  static byte[] oldFormat() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet("Frequency cap");
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  static byte[] noise(int size) {
    byte[] noise = new byte[size];
    new Random(1).nextBytes(noise);
    return noise;
  }
}
