
package io.github.cnnclassifier.launch;

import java.util.Locale;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.ModulePostprocessor;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;

/**
 * Records what the dialog asked for, in the form that Fiji records, so that
 * macros are the same in both hosts: before the run, for a command that fails,
 * and again after it, as a command may have asked further questions.
 */
final class PlainRecorder extends AbstractPreprocessorPlugin implements
	ModulePostprocessor
{

	private final GenericDialogHarvester dialog;

	/** @param dialog whose inputs are recorded */
	PlainRecorder(final GenericDialogHarvester dialog) {
		this.dialog = dialog;
	}

	@Override
	public void process(final Module module) {
		if (!IJ.recording()) return;
		Recorder.resetCommandOptions();
		for (final ModuleItem<?> item : dialog.asked()) {
			final Object value = item.getValue(module);
			if (value != null) Recorder.recordOption(item.getName().toLowerCase(
				Locale.ROOT), escaped(value));
		}
	}

	static String escaped(final Object value) {
		final String text = value instanceof ImagePlus image ? image.getTitle()
			: value.toString();
		return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
			.replace("\t", "\\t").replace("\r", "\\r");
	}
}
