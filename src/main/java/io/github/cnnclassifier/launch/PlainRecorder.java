
package io.github.cnnclassifier.launch;

import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.ModulePostprocessor;

import ij.IJ;

/**
 * Records what the dialog asked for, in the form that Fiji records, so that
 * macros are the same in both hosts: before the run, for a command that fails,
 * and again after it, as a command may have asked further questions.
 */
final class PlainRecorder extends AbstractPreprocessorPlugin implements
	ModulePostprocessor
{

	private final GenericDialogHarvester dialog;
	private boolean refused;

	/** @param dialog whose inputs are recorded */
	PlainRecorder(final GenericDialogHarvester dialog) {
		this.dialog = dialog;
	}

	@Override
	public void process(final Module module) {
		if (!IJ.recording() || refused || dialog.asked().isEmpty()) return;
		// after a long run the recorder may be at another command
		if (!CommandRecorder.isRecorded(module.getInfo().getTitle())) return;
		refused = !CommandRecorder.record(module, ChangedInputs.and(module, dialog
			.asked()));
	}
}
