
package io.github.cnnclassifier.ui.train;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import javax.swing.JComponent;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;

import io.github.cnnclassifier.ui.Deeds;
import io.github.cnnclassifier.ui.Plain;
import io.github.cnnclassifier.ui.SaveFirst;
import io.github.cnnclassifier.workflow.train.LabeledFolderOf;

/**
 * The way from the image in front to labeled images: what is not on the disk as
 * it is seen is saved first, and what has no class is labeled first, if a
 * person wants that. Used on the event thread; the disk is looked at in the
 * background.
 */
final class FromOpenImage {

	private final TrainingHost host;
	private final Deeds work;
	private final JComponent above;
	private final Consumer<Path> chosen;
	private final Consumer<String> told;

	/**
	 * @param host the program around it
	 * @param work does what is done in the background
	 * @param above where questions are asked
	 * @param chosen told of the labeled images
	 * @param told gets what was done, or why not
	 */
	FromOpenImage(final TrainingHost host, final Deeds work,
		final JComponent above, final Consumer<Path> chosen,
		final Consumer<String> told)
	{
		this.host = host;
		this.work = work;
		this.above = above;
		this.chosen = chosen;
		this.told = told;
	}

	/** Begins with the image that is in front now. */
	void begin() {
		host.frontImage().ifPresentOrElse(this::begin, () -> told.accept(
			"No image is open."));
	}

	private void begin(final FrontImage image) {
		work.tellDoing("Looks for the images that '" + image.title() +
			"' belongs to");
		perform(() -> {
			final Optional<Path> file = image.file();
			if (file.isPresent()) return folderOf(image, file.get());
			final String difference = image.difference();
			final Path proposed = image.proposed();
			return () -> save(image, difference, proposed);
		});
	}

	/** @param step looks at the disk, and tells what comes next */
	private void perform(final Deeds.Deed<Runnable> step) {
		work.perform(step, Runnable::run, told);
	}

	private void save(final FrontImage image, final String difference,
		final Path proposed)
	{
		final SaveFirst.Answer answer = SaveFirst.ask(SwingUtilities
			.getWindowAncestor(above), difference +
				" A training reads files, so that it can be repeated.", proposed,
			Optional.empty());
		if (answer.choice() != SaveFirst.Choice.SAVE) {
			told.accept("'" + image.title() + "' was not taken.");
			return;
		}
		told.accept("Saving '" + answer.file() + "' ...");
		perform(() -> {
			image.save(answer.file());
			return folderOf(image, answer.file());
		});
	}

	private Runnable folderOf(final FrontImage image, final Path file) {
		final Optional<Path> folder = LabeledFolderOf.of(file, host.reader());
		if (folder.isPresent()) return () -> chosen.accept(folder.get());
		final int planes = image.planes();
		return () -> label(image, file, planes);
	}

	private void label(final FrontImage image, final Path file,
		final int planes)
	{
		final String without = "'" + file.getFileName() + "' in '" + file
			.getParent() + "' has no class: it lies in no class folder, and beside " +
			"no other stack.";
		if (planes < 2) {
			told.accept(without);
			return;
		}
		final Object[] answers = { "Label its slices\u2026", "Cancel" };
		if (JOptionPane.showOptionDialog(SwingUtilities.getWindowAncestor(above),
			Plain.text(without.replace(": ", ":\n") + "\nIts " + planes +
				" slices need classes before anything can be learned from them."),
			"Slices without classes", JOptionPane.DEFAULT_OPTION,
			JOptionPane.QUESTION_MESSAGE, null, answers, answers[0]) == 0) image
				.label();
		told.accept("'" + file + "' has no classes yet.");
	}
}
