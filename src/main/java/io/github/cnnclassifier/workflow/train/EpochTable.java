
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.cnnclassifier.evaluation.ClassFigures;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.SmallShare;
import io.github.cnnclassifier.report.Table;
import io.github.cnnclassifier.storage.DiskTrouble;
import io.github.cnnclassifier.storage.Outputs;

/**
 * The table {@code epochs.csv} in the folder of a training's report: a row for
 * each epoch, there when the epoch has ended; where epochs are short, soon
 * after that. A disk that takes none is no reason to lose the training.
 */
final class EpochTable {

	/** Permanent. */
	static final String NAME = "epochs.csv";

	/** So many times what a writing took. */
	private static final int PAUSE = 100;

	private final Optional<Path> file;
	private final Progress progress;
	private final List<EpochSummary> epochs = new ArrayList<>();
	private final List<String> alerts = new ArrayList<>();
	private boolean written;
	private boolean failed;
	private boolean isBehind;
	private final SmallShare writing = new SmallShare(PAUSE, 0, Long.MAX_VALUE);

	/**
	 * @param folder of the report; empty for no table
	 * @param progress told if it cannot be written
	 */
	EpochTable(final Optional<Path> folder, final Progress progress) {
		this.file = folder.map(f -> f.resolve(NAME));
		this.progress = progress;
	}

	/**
	 * Before the training, which may take long.
	 *
	 * @param overwrite whether an existing one may be replaced
	 * @throws UserFailure if it cannot be written, or may not be
	 * @throws IOException if the disk fails
	 */
	void requireWritable(final boolean overwrite) throws IOException {
		if (file.isPresent()) Outputs.requireWritableFiles(file.get().getParent(),
			List.of(NAME), overwrite);
	}

	/**
	 * @param epoch has ended
	 * @param toTell what is to be said after it
	 */
	void add(final EpochSummary epoch, final List<LearningAlerts.Alert> toTell) {
		if (file.isEmpty()) return;
		isBehind = true;
		epochs.add(epoch);
		alerts.add(toTell.stream().map(LearningAlerts.Alert::text).collect(
			Collectors.joining(" ")));
		if (writing.isDue()) write();
	}

	/** Writes what was too soon to be written. */
	void end() {
		if (isBehind) write();
	}

	/** Where epochs are short, only so often that it takes little of the time. */
	private void write() {
		final long start = System.nanoTime();
		try {
			table().writeCsv(file.get());
			written = true;
			isBehind = false;
		}
		catch (final IOException e) {
			if (!failed) progress.message("Warning: the table of the epochs could " +
				"not be written: " + DiskTrouble.reason(e) +
				". The training goes on, and tries again after each epoch.");
			failed = true;
		}
		writing.took(System.nanoTime() - start);
	}

	/** Takes away what this training has written. */
	void discard() throws IOException {
		if (written) Files.deleteIfExists(file.get());
	}

	private Table table() {
		final List<String> labels = epochs.stream().map(EpochSummary::classes)
			.filter(classes -> !classes.isEmpty()).findFirst().orElse(List.of())
			.stream().map(ClassFigures::label).toList();
		final List<String> headings = new ArrayList<>(List.of("stage", "epoch",
			"best", "training_loss", "validation_loss", "validation_accuracy",
			"guessing", "balanced_accuracy", "learning_rate"));
		labels.forEach(label -> headings.add("recall_" + label));
		headings.add("alerts");
		final List<List<Object>> rows = new ArrayList<>();
		for (int i = 0; i < epochs.size(); i++)
			rows.add(row(epochs.get(i), labels.size(), alerts.get(i)));
		return new Table(headings, rows);
	}

	private static List<Object> row(final EpochSummary epoch, final int labels,
		final String alerts)
	{
		final List<Object> row = new ArrayList<>(List.of(epoch.isHead() ? "head"
			: "training", epoch.figures().epoch(), epoch.best() ? "true" : "false",
			epoch.figures().trainingLoss(), epoch.figures().validationLoss(), epoch
				.figures().validationAccuracy(), epoch.validation().map(
					Figures::guessing).orElse(Double.NaN), epoch.validation().map(
						Figures::balancedAccuracy).orElse(Double.NaN), epoch.figures()
							.learningRate()));
		final List<ClassFigures> classes = epoch.classes();
		for (int c = 0; c < labels; c++)
			row.add(classes.isEmpty() || !classes.get(c).recallDefined() ? Double.NaN
				: (Double) classes.get(c).recall());
		row.add(alerts);
		return row;
	}
}
