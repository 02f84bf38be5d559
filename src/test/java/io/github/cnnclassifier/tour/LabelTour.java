
package io.github.cnnclassifier.tour;

import static io.github.cnnclassifier.launch.ShownWindows.all;
import static io.github.cnnclassifier.launch.ShownWindows.find;
import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;

import java.awt.Dialog;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTextField;

import io.github.cnnclassifier.workflow.ClassKeys;

/**
 * Cells of a folder get labels by keys, first one by one, then a group of alike
 * ones at a time, and are trained on.
 */
final class LabelTour implements Tour {

	/** One by one, until predictions are worth something. */
	private static final int SINGLES = 24;
	private static final Pattern DONE = Pattern.compile("\\((\\d+) of \\d+\\)$");

	private final int most;
	private final int wanted;
	private Path folder;
	private Map<String, String> truth;
	private List<String> classes;
	private Desk desk;
	private JFrame window;
	private JList<?> grid;

	/**
	 * @param most images in the folder
	 * @param wanted how many get a label
	 */
	LabelTour(final int most, final int wanted) {
		this.most = most;
		this.wanted = wanted;
	}

	@Override
	public String name() {
		return "labels";
	}

	@Override
	public String task() {
		return "Label " + wanted + " cells";
	}

	@Override
	public void prepare(final Path home, final Optional<Path> images)
		throws IOException
	{
		folder = home.resolve(images.isPresent() ? "new " + images.get()
			.getFileName() : "new cells");
		Path from = images.orElse(null);
		if (from == null) {
			from = Files.createTempDirectory("cells");
			TourImages.drawCells(from, (most + 2) / 3);
		}
		truth = TourImages.flatten(from, folder, most);
		classes = truth.values().stream().distinct().sorted().toList();
	}

	@Override
	public void go(final Desk table) throws Exception {
		desk = table;
		desk.menu("Plugins", "CNN Classifier", "Label Images for CNN...");
		final Dialog dialog = desk.dialog("Label Images for CNN");
		desk.pressAwt(dialog, "Browse");
		TrainSteps.chooseFolder(desk, folder);
		desk.step("labels-1");
		desk.pressAwt(dialog, "OK");
		window = desk.frame("Label images: ");
		grid = find(window, JList.class, "Crops");
		final JTextField name = find(window, JTextField.class,
			"Name of a new class");
		desk.awaitThat("the keyboard to be where names are typed", 20,
			name::isFocusOwner);
		for (final String label : classes) {
			desk.hand().type(label);
			desk.hand().key(KeyEvent.VK_ENTER);
		}
		if (!onEventThread(name::getText).isEmpty()) desk.fault(
			"The name of a class stays where it was typed");
		desk.step("labels-2");
		desk.hand().click(grid, new Rectangle(0, 0, 40, 40));
		labelSingly();
		desk.step("labels-3");
		labelGroups();
		desk.awaitThat("that all is saved", 30, () -> all(window).stream().anyMatch(
			part -> part instanceof final JLabel line && line.getText() != null &&
				line.getText().contains("all " + done() + " labels are saved")));
		desk.step("labels-4");
		requireRight();
		desk.press(window, "Train with these labels");
		final TrainSteps train = new TrainSteps(desk);
		train.seeOpen();
		train.awaitReady();
		desk.step("labels-5");
	}

	private void labelSingly() throws Exception {
		desk.awaitThat("proposals", 60, () -> proposed() > 0);
		desk.hand().key(KeyEvent.VK_SPACE);
		for (int i = 0; i < Math.min(SINGLES, wanted); i++)
			labelOne();
	}

	private void labelOne() throws Exception {
		final int before = onEventThread(this::done);
		giveKey(truth.get(onEventThread(() -> title(grid.getSelectedIndex()))));
		desk.awaitThat("a label", 10, () -> done() > before);
	}

	private void giveKey(final String label) {
		desk.hand().type(ClassKeys.of(classes.indexOf(label)));
	}

	/** What looks alike at once; who does not belong to it is left out. */
	private void labelGroups() throws Exception {
		while (onEventThread(this::done) < wanted) {
			desk.hand().type("+");
			final int[] group = onEventThread(grid::getSelectedIndices);
			final String label = mostFrequent(group);
			final long others = Arrays.stream(group).filter(i -> !isA(i, label))
				.count();
			if (2 * others >= group.length || group.length == 1) {
				desk.hand().key(KeyEvent.VK_SPACE);
				labelOne();
				continue;
			}
			for (final int i : group)
				if (!isA(i, label)) desk.hand().clickWith(KeyEvent.VK_CONTROL, grid,
					onEventThread(() -> grid.getCellBounds(i, i)));
			final int before = onEventThread(this::done);
			giveKey(label);
			desk.awaitThat("labels of a group", 10, () -> done() > before);
		}
	}

	private String mostFrequent(final int[] group) throws Exception {
		final Map<String, Integer> counts = new HashMap<>();
		for (final int i : group)
			counts.merge(truth.get(onEventThread(() -> title(i))), 1, Integer::sum);
		return counts.entrySet().stream().max(Map.Entry.comparingByValue())
			.orElseThrow().getKey();
	}

	private boolean isA(final int index, final String label) {
		try {
			return label.equals(truth.get(onEventThread(() -> title(index))));
		}
		catch (final Exception e) {
			throw new IllegalStateException(e);
		}
	}

	private int proposed() {
		int count = 0;
		for (int i = 0; i < grid.getModel().getSize(); i++)
			if (said(i).contains("proposed")) count++;
		return count;
	}

	/** On the event thread. */
	private int done() {
		final Matcher counted = DONE.matcher(window.getTitle());
		return counted.find() ? Integer.parseInt(counted.group(1)) : 0;
	}

	private String title(final int index) {
		return said(index).replaceFirst(",.*", "");
	}

	private String said(final int index) {
		return grid.getAccessibleContext().getAccessibleChild(index)
			.getAccessibleContext().getAccessibleName();
	}

	/** Each label that is on the disk is the right one. */
	private void requireRight() throws IOException {
		final Path list = folder.resolveSibling(folder.getFileName() + " labels")
			.resolve("labels.csv");
		final List<String> rows = Files.readAllLines(list);
		final long right = truth.entrySet().stream().filter(e -> rows.stream()
			.anyMatch(row -> row.contains(e.getKey()) && row.contains(e.getValue())))
			.count();
		if (rows.size() - 1 < wanted || right != rows.size() - 1) desk.fault(right +
			" of " + (rows.size() - 1) + " saved labels are right");
	}
}
