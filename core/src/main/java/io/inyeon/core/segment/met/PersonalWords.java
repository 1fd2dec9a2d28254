package io.inyeon.core.segment.met;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells what is said about one person alone, so that its values are offered to nobody: names,
/// addresses, telephone numbers, free text.
///
/// By the words of a path and by the form of a value. It errs on the side of offering less.
final class PersonalWords {
  /// Characters of the longest value offered.
  static final int LONGEST = 64;

  /// As the last word of a path.
  private static final Set<String> LAST =
      Set.of(
          "email",
          "mail",
          "phone",
          "mobile",
          "tel",
          "telephone",
          "fax",
          "address",
          "street",
          "zip",
          "zipcode",
          "postal",
          "postcode",
          "postalcode",
          "birthday",
          "birthdate",
          "birth",
          "dob",
          "ssn",
          "passport",
          "ip",
          "avatar",
          "photo",
          "note",
          "notes",
          "memo",
          "comment",
          "comments",
          "message",
          "description",
          "body",
          "text",
          "content",
          "token",
          "password",
          "secret",
          "username",
          "nickname",
          "firstname",
          "lastname",
          "fullname",
          "surname",
          "middlename",
          "line1",
          "line2",
          "latitude",
          "longitude",
          "lat",
          "lng",
          "lon",
          "url",
          "uri",
          "href",
          "이메일",
          "메일",
          "전화",
          "전화번호",
          "휴대폰",
          "휴대전화",
          "연락처",
          "주소",
          "상세주소",
          "우편번호",
          "생일",
          "생년월일",
          "주민등록번호",
          "이름",
          "성명",
          "성함",
          "닉네임",
          "별명",
          "메모",
          "비고",
          "내용",
          "문의내용");

  /// Before `name`: a name of a person, not of a thing.
  private static final Set<String> WHO =
      Set.of(
          "first",
          "last",
          "full",
          "middle",
          "family",
          "given",
          "nick",
          "user",
          "customer",
          "member",
          "buyer",
          "sender",
          "receiver",
          "recipient",
          "contact",
          "person",
          "owner",
          "employee",
          "manager",
          "parent",
          "child",
          "고객",
          "회원",
          "수령인",
          "받는",
          "주문자",
          "구매자");

  /// Digits of the shortest text that is taken for a telephone number.
  private static final int SHORTEST_TELEPHONE = 7;

  private PersonalWords() {}

  /// Whether the values of a path are.
  ///
  /// @param ofPerson a trait of a person, of which a bare `name` is theirs; else of an event or an
  ///   account, of which it is a thing's
  static boolean path(String path, boolean ofPerson) {
    var words = words(path);
    if (words.isEmpty()) {
      return true;
    }
    var last = words.getLast();
    if (LAST.contains(last)
        || (words.size() > 1 && LAST.contains(words.get(words.size() - 2) + last))) {
      return true;
    }
    return last.equals("name")
        && (words.size() > 1 ? WHO.contains(words.get(words.size() - 2)) : ofPerson);
  }

  /// Whether a text is, by its form.
  static boolean text(String text) {
    return text.isBlank()
        || text.length() > LONGEST
        || text.indexOf('@') >= 0
        || text.contains("://")
        || telephone(text);
  }

  private static boolean telephone(String text) {
    var digits = 0;
    for (var i = 0; i < text.length(); i++) {
      var each = text.charAt(i);
      if (each >= '0' && each <= '9') {
        digits++;
      } else if ("+() .-".indexOf(each) < 0) {
        return false;
      }
    }
    return digits >= SHORTEST_TELEPHONE;
  }

  /// `firstName`, `first_name` and `first name` are two words each, in lower case.
  private static List<String> words(String path) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    var before = ' ';
    for (var i = 0; i < path.length(); i++) {
      var each = path.charAt(i);
      var begins = Character.isUpperCase(each) && Character.isLowerCase(before);
      if (!word.isEmpty() && (begins || !Character.isLetterOrDigit(each))) {
        words.add(word.toString().toLowerCase(Locale.ROOT));
        word.setLength(0);
      }
      if (Character.isLetterOrDigit(each)) {
        word.append(each);
      }
      before = each;
    }
    if (!word.isEmpty()) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
    }
    return words;
  }
}
