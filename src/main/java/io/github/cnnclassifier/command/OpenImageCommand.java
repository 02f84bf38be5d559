
package io.github.cnnclassifier.command;

import java.awt.Window;

import org.scijava.plugin.Parameter;

import ij.ImagePlus;

/** A command that works on an open image, and whose progress belongs to it. */
abstract class OpenImageCommand extends ClassifierCommand {

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	/** @param title as for {@link ClassifierCommand} */
	OpenImageCommand(final String title) {
		super(title);
	}

	/** @return as the host handed it over: see {@link OpenImage#required} */
	final ImagePlus image() {
		return image;
	}

	@Override
	public String subject() {
		return image == null ? "" : image.getTitle();
	}

	@Override
	public boolean isShownIn(final Window window) {
		return image != null && window != null && image.getWindow() == window;
	}
}
