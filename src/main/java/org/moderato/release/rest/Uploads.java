package org.moderato.release.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;
import org.moderato.release.Upload;
import org.moderato.release.store.ZippedFiles;

/** Tells what somebody sent. */
@ApplicationScoped
class Uploads {

  static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /**
   * @param file the path of one file; null: the body is a zip of a whole strategy
   */
  Upload read(byte[] body, @Nullable String file) {
    if (body.length == 0) {
      throw new ServiceException(ErrorCode.MALFORMED, "The body is empty");
    }
    if (file != null) {
      return new Upload.One(file, body);
    }
    try {
      return new Upload.Whole(ZippedFiles.unzip(body));
    } catch (UncheckedIOException e) {
      throw new ServiceException(
          ErrorCode.MALFORMED,
          "The body is no zip of a strategy; for one file say its path in file");
    }
  }
}
