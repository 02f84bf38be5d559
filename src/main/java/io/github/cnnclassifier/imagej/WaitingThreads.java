
package io.github.cnnclassifier.imagej;

import java.util.ArrayList;
import java.util.List;

import org.scijava.Context;
import org.scijava.thread.ThreadService;

/**
 * Who waits for what a thread does: Fiji runs commands on threads of a pool.
 */
final class WaitingThreads {

	private static final int MOST = 16;

	private WaitingThreads() {}

	/** @return this thread, the one that waits for it, and so on */
	static List<Thread> ofThis() {
		final ThreadService threads = Hosts.fijiContext().map(
			WaitingThreads::service).orElse(null);
		final List<Thread> all = new ArrayList<>();
		Thread thread = Thread.currentThread();
		while (thread != null && all.size() < MOST) {
			all.add(thread);
			thread = threads == null ? null : threads.getParent(thread);
		}
		return all;
	}

	private static ThreadService service(final Context context) {
		return context.getService(ThreadService.class);
	}
}
