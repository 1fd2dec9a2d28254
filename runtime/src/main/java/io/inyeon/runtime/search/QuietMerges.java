package io.inyeon.runtime.search;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy;
import org.jspecify.annotations.Nullable;

/// Merges that leave the cores to whoever else wants them: one lasts a second of CPU, in which
/// events that are being decided would wait for their turn.
///
/// On Linux alone, where `setpriority(2)` means the calling thread (NPTL); Java's own priorities
/// count only for a process of root. A thread of a merge ends with it, and starts none, so nobody
/// inherits what cannot be taken back.
final class QuietMerges extends ConcurrentMergeScheduler {
  private static final System.Logger LOG = System.getLogger(QuietMerges.class.getName());

  /// A tenth of a share.
  private static final int NICE = 10;

  private static final int PROCESS = 0;
  private static final int CALLER = 0;

  /// `null` where there is none that means a thread.
  private static final @Nullable MethodHandle SET_PRIORITY = setPriority();

  QuietMerges() {
    setMaxMergesAndThreads(2, 1);
  }

  @SuppressWarnings("restricted") // Native access is given in the launcher and the manifest.
  private static @Nullable MethodHandle setPriority() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return null;
    }
    var linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find("setpriority")
        .map(address ->
            linker.downcallHandle(
                address,
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT)))
        .orElse(null);
  }

  @Override
  protected void doMerge(MergeSource source, MergePolicy.OneMerge merge) throws IOException {
    if (Thread.currentThread() instanceof MergeThread) {
      stepBack();
    }
    super.doMerge(source, merge);
  }

  /// A merge goes on as it is where this cannot be done.
  private static void stepBack() {
    if (SET_PRIORITY == null) {
      return;
    }
    try {
      var _ = (int) SET_PRIORITY.invokeExact(PROCESS, CALLER, NICE);
    } catch (Throwable e) {
      LOG.log(Level.DEBUG, "a merge keeps its priority", e);
    }
  }
}
