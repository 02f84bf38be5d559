
package io.github.cnnclassifier.launch;

import java.awt.GraphicsEnvironment;

import org.scijava.ItemVisibility;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.imagej.Caller;
import io.github.cnnclassifier.imagej.CalmLog;
import io.github.cnnclassifier.imagej.OwnTable;
import io.github.cnnclassifier.imagej.SystemResults;

/**
 * Shows the outputs of our commands as ImageJ users know them: images and
 * tables in their windows, text in the log. Fiji would open its Console and a
 * window for every text.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.HIGH)
public final class OutputDisplay extends AbstractPostprocessorPlugin {

	@Parameter(required = false)
	private ThreadService threads;

	@Override
	public void process(final Module module) {
		if (!UserInputs.isOurs(module)) return;
		for (final ModuleItem<?> item : module.getInfo().outputs()) {
			if (module.isOutputResolved(item.getName())) continue;
			// for programs alone
			if (item.getVisibility() == ItemVisibility.INVISIBLE) {
				module.resolveOutput(item.getName());
				continue;
			}
			final Object value = item.getValue(module);
			if (value instanceof ImagePlus image) show(image);
			if (value instanceof ResultsTable table) show(table, item);
			if (value instanceof String text && !text.isEmpty()) CalmLog.log(text);
			module.resolveOutput(item.getName());
		}
	}

	private void show(final ImagePlus image) {
		// only Fiji and batch mode have a place for images without a display
		if (GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode()) return;
		image.show();
		final Thread caller = threads == null ? null : threads.getParent(Thread
			.currentThread());
		if (caller != null && Caller.now().isBatch()) WindowManager
			.setTempCurrentImage(caller, image);
	}

	private static void show(final ResultsTable table, final ModuleItem<?> item) {
		if (table == ResultsTable.getResultsTable()) {
			SystemResults.show(table);
			return;
		}
		if (table instanceof OwnTable) return;
		final String label = item.getLabel();
		table.show(label == null || label.isEmpty() ? item.getName() : label);
	}
}
