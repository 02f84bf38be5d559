
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.fetch.FetchDataset;

/** Puts a public data set into a folder. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	FetchCommand.LABEL, headless = true)
public final class FetchCommand extends ClassifierCommand {

	static final String LABEL = "Fetch CNN Sample Data...";

	@Parameter(label = "Data set", choices = { "mnist", "fashion-mnist",
		"kmnist" }, persist = false,
		description = "28 x 28 gray images, 60,000 to train and 10,000 to test: " +
			"handwritten digits, clothes, or cursive Japanese; 10 to 30 MB")
	private String name = "mnist";

	@Parameter(label = "Source (optional)", columns = 30, persist = false,
		required = false, description = "A folder that holds the files already, " +
			"or an address; empty: the public addresses on the internet")
	private String source = "";

	@Parameter(label = "Folder for the files", style = "directory",
		description = "What was broken off goes on here when it is started again")
	private File output;

	@Parameter(label = "Overwrite other files of the same names", persist = false,
		description = "Otherwise they are an error")
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public FetchCommand() {
		super(LABEL);
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final FetchDataset.Result result = new FetchDataset(progress).run(
			new FetchDataset.Request(name, source, required("output", output),
				overwrite));
		summary = "images=" + result.folder();
		return Outcome.of(summary);
	}
}
