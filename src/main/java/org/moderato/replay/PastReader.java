package org.moderato.replay;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.store.PastContacts;
import org.moderato.evaluation.Decision;
import org.moderato.evaluation.LogFormat;
import org.moderato.evaluation.LoggedDecision;
import org.moderato.evaluation.store.DecisionLog;
import org.moderato.strategy.fact.Contact;

/**
 * Reads decisions of the past with what the judge saw, some hundred at a time. It takes no locks
 * and holds a connection only while it reads.
 */
@ApplicationScoped
class PastReader {

  private final DataSource database;
  private final DecisionLog log;
  private final PastContacts contacts;
  private final OlderHistory older;
  private final LogFormat format;

  PastReader(
      DataSource database,
      DecisionLog log,
      PastContacts contacts,
      OlderHistory older,
      LogFormat format) {
    this.database = database;
    this.log = log;
    this.contacts = contacts;
    this.older = older;
    this.format = format;
  }

  /**
   * Some decisions, the newest first.
   *
   * @param read how many there were
   * @param pasts those of which everything that was seen is still there
   * @param last the oldest of them; null: there was none
   */
  record Page(int read, List<Past> pasts, @Nullable UUID last) {}

  /** Reads one way or the other. */
  private interface Reading<T> {
    T with(Connection connection) throws SQLException;
  }

  /**
   * Reads decisions.
   *
   * @param before only older ones; null: from the newest
   * @param limit at most so many
   */
  Page page(@Nullable UUID before, int limit) throws SQLException {
    return reading(
        connection -> {
          List<Decision> decisions = log.newest(connection, before, limit);
          UUID last = decisions.isEmpty() ? null : decisions.get(decisions.size() - 1).id();
          return new Page(decisions.size(), pasts(connection, decisions), last);
        });
  }

  private List<Past> pasts(Connection connection, List<Decision> decisions) throws SQLException {
    List<LoggedDecision> logged =
        decisions.stream().flatMap(decision -> read(decision).stream()).toList();
    Set<UUID> ids = logged.stream().flatMap(LoggedDecision::contactIds).collect(Collectors.toSet());
    Map<UUID, Contact> rows = contacts.byId(connection, ids);
    List<Past> pasts = new ArrayList<>();
    for (LoggedDecision one : logged) {
      one.view(rows).ifPresent(view -> pasts.add(new Past(one, view, one.levels())));
    }
    return pasts;
  }

  private Optional<LoggedDecision> read(Decision decision) {
    try {
      return Optional.of(format.read(decision));
    } catch (UncheckedIOException | IllegalArgumentException e) {
      // One entry that nobody can read must not hide what can be said of the others.
      return Optional.empty();
    }
  }

  /** The same decisions with the history that is wished for, as the ledger stands. */
  List<Past> more(List<Past.Wish> wishes) throws SQLException {
    return reading(connection -> older.load(connection, wishes));
  }

  private <T> T reading(Reading<T> reading) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setReadOnly(true);
      try {
        return reading.with(connection);
      } finally {
        connection.setReadOnly(false);
      }
    }
  }
}
