package io.inyeon.runtime.importing;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// One XML part of a workbook, read element by element. Whatever its bytes are, it takes a bounded
/// amount of memory: no entities, no endless depth, no endless tag, no endless text.
final class Markup implements Closeable {
  /// Characters of one text: a cell has at most 32,767.
  static final int LONGEST_TEXT = 1 << 20;

  private static final int LONGEST_RUN = 1 << 20;
  private static final int DEEPEST = 64;

  private final String part;
  private final Measured bytes;
  private final XMLStreamReader reader;
  private int depth;

  /// Begins.
  ///
  /// @param part its name, for whoever sent the file
  /// @param most bytes, unpacked
  Markup(String part, InputStream in, long most) throws IOException {
    this.part = part;
    bytes = new Measured(in, most);
    try {
      var start = new BufferedInputStream(bytes, 1 << 14);
      var factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      reader = factory.createXMLStreamReader(new InputStreamReader(start, decoder(start)));
    } catch (XMLStreamException e) {
      bytes.close();
      throw unreadable(e);
    } catch (ZipException | EOFException e) {
      bytes.close();
      throw invalid(e);
    } catch (RuntimeException e) {
      bytes.close();
      throw invalid(e);
    }
  }

  /// Workbooks are UTF-8, or UTF-16 with a mark (ECMA-376 part 2, §9.1.7); what the XML says of
  /// itself is not asked. Bytes that the encoding does not know are damage.
  private static CharsetDecoder decoder(BufferedInputStream in) throws IOException {
    in.mark(3);
    var first = in.readNBytes(3);
    in.reset();
    var wide = first.length > 1 && (first[0] & 0xFF) + (first[1] & 0xFF) == 0xFE + 0xFF;
    if (first.length == 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB) {
      in.skipNBytes(3);
    }
    return (wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /// Counts bytes, and ends where there are too many of them, or too many without a tag.
  private final class Measured extends FilterInputStream {
    private final long most;
    private long count;
    private long run;

    Measured(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      var read = super.read(to, offset, length);
      for (var i = offset; i < offset + read; i++) {
        run = to[i] == '<' || to[i] == '>' ? 0 : run + 1;
        if (run > LONGEST_RUN) {
          throw tooLarge("something in " + part + " has no end");
        }
      }
      count += Math.max(0, read);
      if (count > most) {
        throw tooLarge(part);
      }
      return read;
    }
  }

  /// Bytes read so far, unpacked; some more than were understood.
  long count() {
    return bytes.count;
  }

  /// Goes to where the next element begins or one ends.
  ///
  /// @return whether one begins; `null` at the end of the part
  @Nullable Boolean next() throws IOException {
    while (true) {
      switch (event()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        case XMLStreamConstants.END_DOCUMENT -> {
          return null;
        }
        default -> {} // blanks and remarks
      }
    }
  }

  private int event() throws IOException {
    try {
      if (!reader.hasNext()) {
        return XMLStreamConstants.END_DOCUMENT;
      }
      var event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        if (depth > DEEPEST) {
          throw new Unreadable("invalid_xlsx", part + " has elements within elements without end.");
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
      return event;
    } catch (XMLStreamException e) {
      throw unreadable(e);
    } catch (RuntimeException e) {
      // The parser of the JDK has no exception of its own for all that damaged bytes can be.
      throw invalid(e);
    }
  }

  /// The name of the element that begins or ends here, without a prefix.
  String name() {
    return reader.getLocalName();
  }

  /// Whether the element that begins or ends here has a name.
  boolean is(String name) {
    return reader.getLocalName().equals(name);
  }

  /// An attribute of the element that begins here; `null` when it has none of that name.
  @Nullable String attribute(String name) {
    return reader.getAttributeValue(null, name);
  }

  /// The text of the element that begins here, and goes to its end.
  String text() throws IOException {
    var text = new StringBuilder();
    var end = depth - 1;
    while (true) {
      switch (event()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (text.length() + reader.getTextLength() > LONGEST_TEXT) {
            throw tooLarge("a text in " + part);
          }
          text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (depth == end) {
            return text.toString();
          }
        }
        case XMLStreamConstants.END_DOCUMENT ->
            throw new Unreadable("invalid_xlsx", part + " ends within a text.");
        default -> {} // an element within the text: of it the text counts
      }
    }
  }

  static Unreadable tooLarge(String what) {
    return new Unreadable(
        "xlsx_too_large", "The workbook is too large once unpacked (" + what + "): send a CSV.");
  }

  private IOException unreadable(XMLStreamException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Unreadable own -> {
          return own;
        }
        case ZipException zip -> {
          return invalid(zip);
        }
        case EOFException end -> {
          return invalid(end);
        }
        case CharacterCodingException bytes -> {
          return invalid(bytes);
        }
        default -> {} // its cause, perhaps
      }
    }
    return invalid(e);
  }

  private Unreadable invalid(Exception e) {
    return new Unreadable("invalid_xlsx", part + " is damaged: " + e.getMessage());
  }

  @Override
  public void close() throws IOException {
    try (bytes) {
      reader.close();
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
  }
}
