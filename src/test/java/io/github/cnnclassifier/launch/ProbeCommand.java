
package io.github.cnnclassifier.launch;

import java.awt.event.KeyEvent;
import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.IJ;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.CommandRun;
import io.github.cnnclassifier.imagej.StoppableCommand;

/** A command with every kind of input, which remembers its last run. */
@Plugin(type = Command.class, label = "Probe of CNN", headless = true)
public class ProbeCommand extends ContextCommand implements StoppableCommand {

	static volatile ProbeCommand last;

	@Parameter(attrs = @Attr(name = MacroDefaultsPreprocessor.DIALOG_DEFAULT,
		value = "digits"))
	private File model;

	@Parameter(label = "Tile size (pixels)", min = "16", max = "4096")
	private int tileSize = 64;

	@Parameter(min = "0", max = "1")
	private double rate = 0.25;

	@Parameter(label = "Tile seed")
	private long seed = 1;

	@Parameter(choices = { "Whole image", "Selection" })
	private String mode = "Whole image";

	@Parameter(required = false)
	private File output;

	@Parameter
	private boolean overlay;

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT)
	private String summary;

	@Override
	public void run() {
		last = this;
		if (!CommandRun.run("Probe of CNN", this, progress -> {
			if ("fail".equals(model.getName())) throw new UserFailure(
				"Expected success, got failure.");
			if ("defect".equals(model.getName())) throw new IllegalStateException(
				"defect");
			if ("escape".equals(model.getName())) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
			progress.checkCanceled();
		}, failure -> false)) return;
		table = ResultsTable.getResultsTable();
		table.addRow();
		table.addValue("tile", tileSize);
		summary = values();
	}

	String values() {
		return model + "|" + tileSize + "|" + rate + "|" + seed + "|" + mode + "|" +
			output + "|" + overlay;
	}
}
