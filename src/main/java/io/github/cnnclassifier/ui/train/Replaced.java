
package io.github.cnnclassifier.ui.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.swing.JComponent;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;

import io.github.cnnclassifier.ui.Plain;

/**
 * What a person has chosen in a window of training and would have to choose
 * again if a wish took its place.
 *
 * @param wish what is wanted
 * @param images that the window shows; null for none
 */
record Replaced(TrainingWish wish, Path images) {

	/**
	 * @param chosenHere whether somebody has chosen the images
	 * @param unticked how many classes somebody has unticked
	 * @param separate whether somebody has decided about groups
	 * @param settings how many somebody has changed under Advanced
	 * @param turned whether somebody has said if images may be turned
	 * @param named whether somebody has named the model
	 * @return in words; empty if nothing would be lost
	 */
	List<String> lost(final boolean chosenHere, final int unticked,
		final boolean separate, final int settings, final boolean turned,
		final boolean named)
	{
		final List<String> lost = new ArrayList<>();
		final boolean others = wish.images().filter(wanted -> !wanted.equals(
			images)).isPresent();
		if (images != null && others && chosenHere) lost.add("the images '" +
			nameOf(images) + "'");
		if ((others || wish.whole()) && unticked > 0) lost.add(unticked == 1
			? "the class that is left out" : "the " + unticked +
				" classes that are left out");
		if ((others || wish.whole()) && separate) lost.add(
			"that each image stands by itself");
		if (wish.whole() && settings > 0) lost.add(settings == 1
			? "the setting under Advanced" : "the " + settings +
				" settings under Advanced");
		if (wish.whole() && turned) lost.add(
			"whether images may be turned and mirrored");
		if (wish.model().isPresent() && named) lost.add("the name of the model");
		return lost;
	}

	/**
	 * Asks; on the event thread.
	 *
	 * @param above what stands in the window
	 * @param lost not empty
	 * @return whether the wish takes its place
	 */
	boolean isWanted(final JComponent above, final List<String> lost) {
		final String wanted = wish.images().map(path -> "'" + nameOf(path) + "'")
			.orElse("the other training");
		final Object[] answers = { "Show " + wanted, "Keep what is there" };
		return JOptionPane.showOptionDialog(SwingUtilities.getWindowAncestor(above),
			Plain.text("Show " + wanted + " in this window?\nIt takes the place of " +
				String.join(", ", lost) + "."), "Other images to train with",
			JOptionPane.DEFAULT_OPTION, JOptionPane.QUESTION_MESSAGE, null, answers,
			answers[0]) == 0;
	}

	private static String nameOf(final Path path) {
		final Path last = path.getFileName();
		if (last == null) return path.toString();
		final Path folder = path.getParent() == null ? null : path.getParent()
			.getFileName();
		// every list of labels has the same name
		return folder == null ? last.toString() : folder + "/" + last;
	}
}
