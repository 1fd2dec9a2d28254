package io.inyeon.runtime.search;

import io.inyeon.core.collect.Identifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// The index on disk: one document for each person who can be found by anything, with terms, and
/// with no text that is shown; that is read from state.
///
/// Written by one thread, read by any. Nothing is durable until [#commit].
final class PeopleIndex implements AutoCloseable {
  private static final String PERSON = "person";
  private static final String SEEN = "seen";
  private static final String ORDER = "order";
  private static final double BUFFER_MB = 16;
  private static final FieldType TERM = type(IndexOptions.DOCS, false);
  private static final FieldType PARTS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

  /// Best first; of those as good as each other who was seen last when indexed; then any fixed
  /// order, so that pages follow each other without a gap.
  private static final Sort BEST_FIRST =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(SEEN, SortField.Type.LONG, true),
          new SortField(ORDER, SortField.Type.LONG));

  private final FSDirectory directory;
  private final Analyzer pieces;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  /// A person to index.
  ///
  /// @param representative by whom they are found in state
  /// @param seen seconds since 1970 of the latest activity
  /// @param order a number that no other person is likely to have
  record Person(Identifier representative, boolean known, long seen, long order, Terms terms) {}

  /// Where a page ended.
  record After(float score, long seen, long order) {}

  /// Somebody found.
  record Hit(Identifier representative, After at) {}

  private PeopleIndex(Path folder, IndexWriterConfig.OpenMode mode) throws IOException {
    pieces = new Pieces();
    directory = FSDirectory.open(folder);
    try {
      writer =
          new IndexWriter(
              directory,
              new IndexWriterConfig(pieces)
                  .setOpenMode(mode)
                  .setRAMBufferSizeMB(BUFFER_MB)
                  .setSimilarity(new BooleanSimilarity())
                  .setMergePolicy(policy())
                  .setMergeScheduler(new QuietMerges())
                  .setCommitOnClose(false));
      try {
        searchers = new SearcherManager(writer, new Searchers());
      } catch (IOException | RuntimeException e) {
        writer.rollback();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      try (directory;
          pieces) {
        throw e;
      }
    }
  }

  /// Makes an empty one in an empty folder.
  static PeopleIndex make(Path folder) throws IOException {
    return new PeopleIndex(folder, IndexWriterConfig.OpenMode.CREATE);
  }

  /// Opens one as it was committed.
  ///
  /// @throws IOException also when it is damaged, or not one of this version
  static PeopleIndex open(Path folder) throws IOException {
    return new PeopleIndex(folder, IndexWriterConfig.OpenMode.APPEND);
  }

  private static FieldType type(IndexOptions options, boolean tokenized) {
    var type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(tokenized);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  private static TieredMergePolicy policy() {
    var policy = new TieredMergePolicy();
    policy.setForceMergeDeletesPctAllowed(0);
    return policy;
  }

  /// Cuts the fields of parts into pieces of three.
  private static final class Pieces extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      return new TokenStreamComponents(new NGramTokenizer(Question.PIECE, Question.PIECE));
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return 100; // no piece follows one of another value
    }
  }

  private static final class Searchers extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(
        org.apache.lucene.index.IndexReader reader,
        org.apache.lucene.index.@Nullable IndexReader before) {
      var searcher = new IndexSearcher(reader);
      searcher.setSimilarity(new BooleanSimilarity());
      searcher.setQueryCache(null); // would take memory for queries that do not come again
      return searcher;
    }
  }

  private static Term tree(long tree) {
    return new Term(Field.TREE.key, Long.toString(tree, 36));
  }

  /// Puts everybody of a tree in the place of whoever was indexed of it.
  void replace(long tree, List<Person> people) throws IOException {
    writer.updateDocuments(tree(tree), documents(tree, people));
  }

  /// Adds everybody of a tree that nobody is indexed of yet.
  void add(long tree, List<Person> people) throws IOException {
    writer.addDocuments(documents(tree, people));
  }

  /// Takes everybody of a tree out.
  void remove(long tree) throws IOException {
    writer.deleteDocuments(tree(tree));
  }

  private static List<Document> documents(long tree, List<Person> people) {
    var documents = new ArrayList<Document>(people.size());
    for (var person : people) {
      var document = new Document();
      document.add(term(Field.TREE, Long.toString(tree, 36), TERM));
      document.add(term(Field.KNOWN, known(person.known()), TERM));
      document.add(new StoredField(PERSON, person.representative().toString()));
      document.add(new NumericDocValuesField(SEEN, person.seen()));
      document.add(new NumericDocValuesField(ORDER, person.order()));
      for (var term : person.terms().terms()) {
        var type =
            switch (term.field()) {
              case MAIL_PART, PHONE_PART -> PARTS;
              case NAME, INITIALS, NEAR, FAR, LATIN, MAIL, PHONE, ID, TEXT, KNOWN, TREE -> TERM;
            };
        document.add(term(term.field(), term.text(), type));
      }
      documents.add(document);
    }
    return documents;
  }

  private static org.apache.lucene.document.Field term(Field field, String text, FieldType type) {
    return new org.apache.lucene.document.Field(field.key, text, type);
  }

  /// The term of [Field#KNOWN].
  static String known(boolean known) {
    return known ? "1" : "0";
  }

  /// Shows readers what was written.
  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /// Makes what was written durable, together with a few words of the caller's.
  void commit(Map<String, String> words) throws IOException {
    writer.setLiveCommitData(words.entrySet());
    writer.commit();
  }

  /// Rewrites whatever still holds terms of people who were taken out. After the next refresh and
  /// commit no file holds them. May be called by any thread.
  void mergeDeletes() throws IOException {
    writer.forceMergeDeletes(true);
  }

  /// Lets go of files that nothing refers to any more.
  void deleteUnused() throws IOException {
    writer.deleteUnusedFiles();
  }

  /// People who can be found.
  long size() throws IOException {
    var searcher = searchers.acquire();
    try {
      return searcher.getIndexReader().numDocs();
    } finally {
      searchers.release(searcher);
    }
  }

  /// The best, from the one after `after` on.
  List<Hit> search(Query query, @Nullable After after, int limit) throws IOException {
    var searcher = searchers.acquire();
    try {
      var last = searcher.getIndexReader().maxDoc() - 1;
      if (last < 0) {
        return List.of();
      }
      TopDocs found =
          after == null
              ? searcher.search(query, limit, BEST_FIRST)
              : searcher.searchAfter(
                  new FieldDoc(
                      last, // nobody else has this very order
                      after.score(),
                      new Object[] {after.score(), after.seen(), after.order()}),
                  query,
                  limit,
                  BEST_FIRST);
      var stored = searcher.storedFields();
      var hits = new ArrayList<Hit>(found.scoreDocs.length);
      for (var each : found.scoreDocs) {
        var person = stored.document(each.doc).get(PERSON);
        var colon = person.indexOf(':');
        var fields = ((FieldDoc) each).fields;
        hits.add(
            new Hit(
                new Identifier(person.substring(0, colon), person.substring(colon + 1)),
                new After((Float) fields[0], (Long) fields[1], (Long) fields[2])));
      }
      return hits;
    } finally {
      searchers.release(searcher);
    }
  }

  /// Ends; what was not committed is lost.
  @Override
  public void close() throws IOException {
    try (pieces;
        directory) {
      searchers.close();
      writer.rollback();
    }
  }
}
