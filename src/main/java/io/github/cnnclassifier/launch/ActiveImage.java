
package io.github.cnnclassifier.launch;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.imagej.MeantImage;

/**
 * Gives our commands the image that ImageJ calls the current one. ImageJ
 * remembers it for each thread, and Fiji runs commands on threads of its own;
 * without this, IJ.run(image, ...) and macros in batch mode would get another
 * image than theirs.
 */
@Plugin(type = PreprocessorPlugin.class, priority = MacroInputs.PRIORITY - 1)
public final class ActiveImage extends AbstractPreprocessorPlugin {

	@Parameter(required = false)
	private ThreadService threads;

	@Override
	public void process(final Module module) {
		if (!UserInputs.isOurs(module)) return;
		final List<ModuleItem<?>> images = UserInputs.unresolved(module).stream()
			.filter(ActiveImage::fills).toList();
		if (images.size() != 1) return;
		final ModuleItem<?> item = images.get(0);
		final ImagePlus active = current();
		if (active == null && !item.isRequired()) return;
		try {
			module.setInput(item.getName(), MeantImage.of(active));
			module.resolveInput(item.getName());
		}
		catch (final UserFailure failure) {
			cancel(null);
			Hosts.fail(module.getInfo().getTitle(), failure);
		}
	}

	/** Whether an input is an image that a call need not name. */
	static boolean fills(final ModuleItem<?> item) {
		return item.getType() == ImagePlus.class && item.isAutoFill();
	}

	private ImagePlus current() {
		final Thread self = Thread.currentThread();
		Thread parent = threads == null ? null : threads.getParent(self);
		if (parent == null) return WindowManager.getCurrentImage();
		// what an earlier command left on this pooled thread
		WindowManager.setTempCurrentImage(null);
		final Map<?, ?> imagesOfThreads = imagesOfThreads();
		while (parent != null) {
			if (imagesOfThreads.get(parent) instanceof ImagePlus image) return image;
			parent = threads.getParent(parent);
		}
		return WindowManager.getCurrentImage();
	}

	private static Map<?, ?> imagesOfThreads() {
		try {
			final Field table = WindowManager.class.getDeclaredField(
				"tempImageTable");
			table.setAccessible(true);
			return (Map<?, ?>) table.get(null);
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException(
				"This version of ImageJ keeps its current image elsewhere", e);
		}
	}
}
