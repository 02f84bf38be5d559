
package io.github.cnnclassifier.imagej.roi;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import io.github.cnnclassifier.progress.CanceledException;

/**
 * The ROIs of ImageJ's ROI Manager, if it is open; also of the one that batch
 * mode hides.
 */
final class ManagedRois {

	private ManagedRois() {}

	/** @return the ROIs themselves, in order; empty without a manager */
	static List<Roi> all() {
		return instance().map(manager -> List.of(manager.getRoisAsArray())).orElse(
			List.of());
	}

	/**
	 * Shows the names that ROIs of the manager have now. Those that are no longer
	 * in it are left alone.
	 */
	static void rename(final Collection<Roi> changed) {
		instance().ifPresent(manager -> onEventQueue(() -> {
			final Map<Roi, Integer> indices = new IdentityHashMap<>();
			for (final Roi roi : manager.getRoisAsArray()) {
				indices.put(roi, indices.size());
			}
			for (final Roi roi : changed) {
				final Integer index = indices.get(roi);
				if (index != null) manager.rename(index, RoiRegions.name(roi.getName(),
					index + 1));
			}
		}));
	}

	/** Without a display there is none, and asking for it fails. */
	private static Optional<RoiManager> instance() {
		return GraphicsEnvironment.isHeadless() ? Optional.empty() : Optional
			.ofNullable(RoiManager.getInstance2());
	}

	/** A list in a window is changed by its own thread only. */
	private static void onEventQueue(final Runnable change) {
		if (EventQueue.isDispatchThread()) {
			change.run();
			return;
		}
		try {
			EventQueue.invokeAndWait(change);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CanceledException();
		}
		catch (final InvocationTargetException e) {
			throw new IllegalStateException("The ROI Manager failed", e.getCause());
		}
	}
}
