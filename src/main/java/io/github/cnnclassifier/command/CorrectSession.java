
package io.github.cnnclassifier.command;

import java.awt.Color;
import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.WeakHashMap;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.roi.CorrectedRois;
import io.github.cnnclassifier.ui.CanvasGesture;
import io.github.cnnclassifier.ui.CorrectWindow;
import io.github.cnnclassifier.workflow.ClassKeys;
import io.github.cnnclassifier.workflow.regions.RegionNumbers;

/**
 * Corrects the classes of regions by clicks and keys, from opening the small
 * window beside the image until it is closed, the image is, or Escape is
 * pressed. Each step is recorded as a line of a macro.
 * <p>
 * Lives on the event thread.
 */
final class CorrectSession implements CanvasGesture.Hand, CorrectWindow.Deeds {

	/** One for each image. */
	private static final Map<ImagePlus, CorrectSession> OPEN =
		new WeakHashMap<>();

	private final ImagePlus image;
	private final CorrectedRois rois;
	private final GestureRecorder recorder;
	private final SortedSet<Integer> chosen = new TreeSet<>();
	private final Roi selectionBefore;
	private final CanvasGesture gesture;
	private final CorrectWindow window;
	/** What the lines of the window are about. */
	private List<String> shown = List.of();
	private boolean ended;

	private CorrectSession(final ImagePlus image, final CorrectedRois rois,
		final GestureRecorder recorder)
	{
		this.image = image;
		this.rois = rois;
		this.recorder = recorder;
		selectionBefore = image.getRoi();
		// a table of its regions may cover it
		image.getWindow().toFront();
		gesture = new CanvasGesture(image, this);
		window = new CorrectWindow(image.getTitle(), this, image.getWindow());
		image.deleteRoi();
		rois.showAll();
		rois.dash();
		renew();
		window.tell(rois.numbers().size() + " regions, " + rois.confirmed() +
			" confirmed");
		image.getCanvas().requestFocus();
	}

	/**
	 * Returns at once.
	 *
	 * @param image in a window
	 * @param rois of it
	 * @param recorder of the steps
	 */
	static void open(final ImagePlus image, final CorrectedRois rois,
		final GestureRecorder recorder)
	{
		EventQueue.invokeLater(() -> {
			final CorrectSession before = OPEN.get(image);
			if (before != null) before.ended();
			if (image.getWindow() == null) return;
			OPEN.put(image, new CorrectSession(image, rois, recorder));
		});
	}

	@Override
	public void clicked(final int x, final int y, final boolean more) {
		if (!more) chosen.clear();
		rois.at(x, y).ifPresent(number -> {
			if (!chosen.remove(number)) chosen.add(number);
		});
		showChosen();
	}

	@Override
	public boolean pressed(final KeyEvent key) {
		switch (key.getKeyCode()) {
			case KeyEvent.VK_TAB:
				next(key.isShiftDown() ? -1 : 1);
				return true;
			case KeyEvent.VK_ENTER:
				confirm();
				return true;
			case KeyEvent.VK_BACK_SPACE:
				undo();
				return true;
			default:
				final int index = ClassKeys.index(key.getKeyChar());
				if (index < 0 || index >= rois.classes().size()) return false;
				assign(index);
				return true;
		}
	}

	/** What has no sure class has none to give, but is to be looked for. */
	private void chooseAll(final String label) {
		chosen.clear();
		rois.numbers().stream().filter(number -> rois.label(number).equals(label))
			.forEach(chosen::add);
		chosen.stream().findFirst().ifPresent(rois::show);
		showChosen();
	}

	@Override
	public void assign(final int index) {
		if (index >= rois.classes().size()) chooseAll(shown.get(index));
		else correct(rois.classes().get(index));
	}

	@Override
	public void confirm() {
		correct("");
	}

	private void correct(final String label) {
		if (chosen.isEmpty()) {
			window.tell("Click a region first.");
			return;
		}
		try {
			final List<Integer> numbers = new ArrayList<>(chosen);
			rois.correct(numbers, label);
			record(numbers, label, true);
			renew();
			window.tell(words(numbers) + (label.isEmpty() ? " confirmed" : ": " +
				label));
		}
		catch (final UserFailure e) {
			window.tell(e.getMessage());
		}
	}

	private void record(final List<Integer> numbers, final String label,
		final boolean confirmed)
	{
		final Map<String, String> values = new LinkedHashMap<>();
		values.put("numbers", RegionNumbers.text(numbers));
		if (!label.isEmpty()) values.put("className", label);
		if (!confirmed) values.put("confirmed", "false");
		recorder.run(values);
	}

	private static String words(final List<Integer> numbers) {
		return numbers.size() == 1 ? "Region " + numbers.get(0) : numbers.size() +
			" regions";
	}

	@Override
	public void add(final String name) {
		rois.addClass(name);
		renew();
		final int index = rois.classes().indexOf(name.strip());
		final String key = ClassKeys.of(index);
		window.tell("'" + name.strip() + "'" + (key.isEmpty() ? ": click its row"
			: " has the key " + key));
	}

	@Override
	public void undo() {
		final List<CorrectedRois.Restored> restored = rois.undo();
		restored.forEach(again -> record(again.numbers(), again.label(), again
			.confirmed()));
		renew();
		window.tell(restored.isEmpty() ? "There is nothing to take back."
			: "Taken back.");
	}

	@Override
	public void next(final int step) {
		final List<Integer> numbers = rois.numbers();
		final int none = step > 0 ? -1 : 0;
		final int from = chosen.isEmpty() ? none : numbers.indexOf(step > 0 ? chosen
			.last() : chosen.first());
		for (int i = 1; i <= numbers.size(); i++) {
			final int number = numbers.get(Math.floorMod(from + i * step, numbers
				.size()));
			if (rois.isConfirmed(number)) continue;
			chosen.clear();
			chosen.add(number);
			rois.show(number);
			showChosen();
			return;
		}
		window.tell("All regions are confirmed.");
	}

	@Override
	public void save() {
		if (rois.confirmed() == 0) {
			window.tell("Nothing is confirmed yet.");
			return;
		}
		image.deleteRoi();
		WindowManager.setCurrentWindow(image.getWindow());
		DialogPresets.open(SaveRoisCommand.LABEL, Map.of("regions", rois.place(),
			"confirmed", true));
	}

	@Override
	public void closed() {
		ended();
	}

	@Override
	public void ended() {
		if (ended) return;
		ended = true;
		OPEN.remove(image, this);
		gesture.close();
		rois.undash();
		if (image.getWindow() != null) {
			if (selectionBefore == null) image.deleteRoi();
			else image.setRoi(selectionBefore);
		}
		window.close();
	}

	private void renew() {
		final Map<String, int[]> counts = rois.counts();
		shown = List.copyOf(counts.keySet());
		window.show(shown.stream().map(label -> new CorrectWindow.Line(label
			.isEmpty() ? "no class" : label, color(label), counts.get(label)[0],
			counts.get(label)[1], rois.classes().contains(label))).toList());
	}

	/** Regions without a class are drawn as ImageJ draws them. */
	private Color color(final String label) {
		return label.isEmpty() ? Roi.getColor() : rois.color(label);
	}

	private void showChosen() {
		showSelection();
		if (chosen.size() == 1) {
			final int number = chosen.first();
			final String label = rois.label(number);
			window.tell("Region " + number + ": " + (label.isEmpty() ? "no class"
				: label + (rois.isConfirmed(number) ? ", confirmed" : ", predicted")));
		}
		else window.tell(chosen.isEmpty() ? "Click a region." : chosen.size() +
			" regions");
	}

	/** The chosen ones are what ImageJ shows as selected. */
	private void showSelection() {
		if (chosen.isEmpty()) {
			image.deleteRoi();
			return;
		}
		Roi shown = null;
		for (final int number : chosen) {
			final Roi roi = (Roi) rois.roi(number).clone();
			shown = shown == null ? roi : new ShapeRoi(shown).or(new ShapeRoi(roi));
		}
		shown.setStroke(null);
		shown.setStrokeColor(null);
		shown.setFillColor(null);
		image.setRoi(shown);
	}
}
