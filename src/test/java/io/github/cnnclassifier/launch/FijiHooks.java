
package io.github.cnnclassifier.launch;

import java.util.ArrayList;
import java.util.List;

import net.imagej.patcher.LegacyHooks;
import net.imagej.patcher.LegacyInjector;

import org.scijava.Context;
import org.scijava.thread.ThreadService;

/**
 * What Fiji puts into an ImageJ that is patched already: its context, and which
 * threads a thread works for.
 */
public final class FijiHooks extends LegacyHooks {

	private static final int MOST_ANCESTORS = 9;

	private final Context context;

	private FijiHooks(final Context context) {
		this.context = context;
	}

	/** From now on commands run in this context, on its threads. */
	static void install(final Context context) {
		LegacyInjector.installHooks(FijiHooks.class.getClassLoader(), new FijiHooks(
			context));
	}

	@Override
	public Object getContext() {
		return context;
	}

	@Override
	public Iterable<Thread> getThreadAncestors() {
		final ThreadService threads = context.service(ThreadService.class);
		final List<Thread> ancestors = new ArrayList<>();
		for (Thread thread = threads.getParent(Thread
			.currentThread()); thread != null && ancestors
				.size() < MOST_ANCESTORS; thread = threads.getParent(thread))
		{
			ancestors.add(thread);
		}
		return ancestors;
	}
}
