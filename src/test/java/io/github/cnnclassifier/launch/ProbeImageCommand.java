
package io.github.cnnclassifier.launch;

import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** A command on the current image, which remembers its last run. */
@Plugin(type = Command.class, label = "Probe Image of CNN", headless = true)
public class ProbeImageCommand extends ContextCommand {

	static volatile String lastTitle;

	@Parameter(persist = false)
	private ImagePlus image;

	@Override
	public void run() {
		lastTitle = image.getTitle();
	}
}
