package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Unavailable;
import java.util.ArrayList;
import java.util.List;

/// Who is responsible for the data, as people and authorities have to be told.
public interface ProcessingDesk {
  /// A transfer to another country (GDPR chapter V, 개인정보 보호법 제28조의8).
  ///
  /// @param items what is transferred
  /// @param safeguard on what it rests, e.g. standard contractual clauses
  record Transfer(
      String recipient,
      String country,
      String purpose,
      String items,
      String method,
      String retention,
      String safeguard) {}

  /// The controller.
  ///
  /// @param officer the data-protection officer
  /// @param contact by which both are reached
  /// @param security a sentence on the measures that are taken besides those of this server
  record Controller(
      String name, String officer, String contact, String security, List<Transfer> transfers) {
    /// Before anybody said who it is.
    public static final Controller UNKNOWN = new Controller("", "", "", "", List.of());

    public Controller {
      transfers = List.copyOf(transfers);
    }

    /// What it says, from a document; texts that are not there are empty.
    public static Controller of(Value.Fields document) {
      var transfers = new ArrayList<Transfer>();
      if (document.get("transfers") instanceof Value.Items(var items)) {
        for (var item : items) {
          if (item instanceof Value.Fields each) {
            transfers.add(
                new Transfer(
                    said(each, "recipient"),
                    said(each, "country"),
                    said(each, "purpose"),
                    said(each, "items"),
                    said(each, "method"),
                    said(each, "retention"),
                    said(each, "safeguard")));
          }
        }
      }
      return new Controller(
          said(document, "name"),
          said(document, "officer"),
          said(document, "contact"),
          said(document, "security"),
          transfers);
    }

    private static String said(Value.Fields fields, String name) {
      var text = fields.text(name);
      return text == null ? "" : text;
    }
  }

  /// Who it is.
  Controller controller();

  /// Says who it is.
  void save(Value.Fields document, String author) throws Unavailable;
}
