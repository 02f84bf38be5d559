
package io.github.cnnclassifier.launch;

import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.module.event.ModuleErroredEvent;

import ij.IJ;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * Brings what SciJava says to plain ImageJ's status line. Public for the event
 * service only.
 */
public final class StatusBridge {

	StatusBridge() {}

	/**
	 * @param event shown unless it is a warning, which {@link PlainRunner} shows
	 */
	@EventHandler
	public void onEvent(final StatusEvent event) {
		if (event.isWarning()) return;
		if (event.getStatusMessage() != null) IJ.showStatus(event
			.getStatusMessage());
		if (event.getProgressMaximum() > 0) IJ.showProgress(event
			.getProgressValue(), event.getProgressMaximum());
	}

	/** @param event a failure meant for the user is no stack trace in the log */
	@EventHandler
	public void onEvent(final ModuleErroredEvent event) {
		if (event.getException() instanceof UserFailure) event.consume();
	}
}
