
package io.github.cnnclassifier.launch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.Module;
import org.scijava.module.event.ModuleCanceledEvent;

import ij.IJ;

/**
 * Takes away what the status line says of a run that ends without outputs, such
 * as one that has opened a window: that it was canceled. SciJava says so right
 * before it publishes the event. Public for the event service only.
 */
public final class QuietEnd {

	/** The event service by itself keeps nobody. */
	private static final Set<QuietEnd> WAITING = ConcurrentHashMap.newKeySet();

	private final Module module;

	private QuietEnd(final Module module) {
		this.module = module;
	}

	/** @param module runs now, and is going to be canceled */
	static void of(final Module module, final EventService events) {
		final QuietEnd end = new QuietEnd(module);
		WAITING.add(end);
		events.subscribe(end);
	}

	/** @param event of any run; those of other ones stay as they are */
	@EventHandler
	public void onEvent(final ModuleCanceledEvent event) {
		if (event.getModule() != module || !WAITING.remove(this)) return;
		IJ.showStatus("");
	}
}
