
package io.github.cnnclassifier.command;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import io.github.cnnclassifier.imagej.Caller;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.imagej.roi.RestoredRois;
import io.github.cnnclassifier.progress.Progress;

/** Gives ROIs back the names, groups and colors they had before. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	UndoClassifyRoisCommand.LABEL, headless = true)
public final class UndoClassifyRoisCommand extends ClassifierCommand {

	static final String LABEL = "Undo Classify ROIs with CNN";

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public UndoClassifyRoisCommand() {
		super(LABEL);
	}

	@Override
	protected Outcome execute(final Progress progress) {
		final int restored = restore(OpenImage.locked(image));
		summary = "restored=" + restored;
		// nothing on the screen changes, and the log may be behind it
		if (restored == 0 && Hosts.hasWindow() && !Caller.now().isMacro()) Hosts
			.tell(LABEL, "There is nothing to take back in '" + image.getTitle() +
				"' and in the ROI Manager: no ROI there has a class of a " +
				"classification that nobody has confirmed.");
		return Outcome.of(summary);
	}

	private static int restore(final ImagePlus open) {
		try {
			return RestoredRois.in(open);
		}
		finally {
			open.unlock();
		}
	}
}
