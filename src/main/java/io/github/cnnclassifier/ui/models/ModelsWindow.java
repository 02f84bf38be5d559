
package io.github.cnnclassifier.ui.models;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.ListSelectionModel;
import javax.swing.WindowConstants;

import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.report.LabelValue;
import io.github.cnnclassifier.ui.Buttons;
import io.github.cnnclassifier.ui.Deeds;
import io.github.cnnclassifier.ui.Keys;
import io.github.cnnclassifier.ui.ListedWindow;
import io.github.cnnclassifier.ui.ModelUse;
import io.github.cnnclassifier.ui.WrappedText;
import io.github.cnnclassifier.ui.WrappingRow;
import io.github.cnnclassifier.workflow.models.DeleteModel;
import io.github.cnnclassifier.workflow.models.ModelRow;

/**
 * The models that somebody has, the last trained first, each with a picture,
 * its classes, how good it is and how its training ended; and what can be done
 * with them. Not modal; whatever takes time is done in the background.
 */
public final class ModelsWindow {

	/** What the window asks for, in the background unless it says otherwise. */
	public interface Host {

		/**
		 * @return the rows, in order
		 * @throws IOException if a folder cannot be looked into
		 */
		List<ModelRow> list() throws IOException;

		/**
		 * @param model that can be used
		 * @return one to four images by which a person knows it
		 * @throws IOException if they cannot be read
		 */
		List<SampleImage> pictures(Path model) throws IOException;

		/**
		 * @param model that can be used
		 * @return what it says of itself
		 */
		List<LabelValue> details(Path model);

		/**
		 * @param model an existing file
		 * @param name a new one
		 * @return where it is now
		 * @throws IOException if the disk fails
		 */
		Path rename(Path model, String name) throws IOException;

		/**
		 * @param model an existing file
		 * @param forGood whether without a bin
		 * @return whether it is gone, which it is not if there is no bin, and what
		 *         is still there
		 * @throws IOException if the disk fails
		 */
		DeleteModel.Result delete(Path model, boolean forGood) throws IOException;

		/**
		 * Opens the dialog of a command; on the event thread.
		 *
		 * @param use what for
		 * @param model that the dialog names
		 */
		void use(ModelUse use, Path model);

		/**
		 * Opens the dialog of a comparison; on the event thread.
		 *
		 * @param model one of them
		 * @param other the other one
		 */
		void compare(Path model, Path other);
	}

	private static final int WIDTH = 1260;
	private static final int HEIGHT = 560;
	private static final int GAP = 6;
	/** Why a file is no model is longer than the window is wide. */
	private static final int STATUS_LINES = 2;

	private final Host host;
	private final JFrame frame = new JFrame("CNN Models");
	private final ModelTable rows = new ModelTable();
	private final JTable table = new JTable(rows);
	private final JTextArea status = new WrappedText();
	private final List<JButton> ofOne = new ArrayList<>();
	private final List<JButton> ofFile = new ArrayList<>();
	private final JButton compare = Buttons.button("Compare...",
		"tells which of two chosen models is better", this::compare);
	private final Deeds deeds = new Deeds("CNN Classifier, models", frame,
		status::setText);
	private final ModelIcons icons = new ModelIcons(this::drawPicture,
		rows::redraw);
	private final ModelChanges changes;

	private ModelsWindow(final Host host) {
		this.host = host;
		changes = new ModelChanges(frame, host, deeds, this::renew, this::refuse);
	}

	/**
	 * Opens the window and returns at once.
	 *
	 * @param host is asked and told
	 */
	public static void open(final Host host) {
		EventQueue.invokeLater(() -> new ModelsWindow(host).show());
	}

	private void show() {
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		frame.setContentPane(content());
		bindKeys();
		frame.pack();
		ListedWindow.fit(frame, WIDTH, HEIGHT);
		frame.setLocationRelativeTo(null);
		enableButtons();
		ListedWindow.show(frame, deeds::end);
		table.requestFocusInWindow();
		renew(null);
	}

	private JComponent content() {
		rows.layOut(table, icons);
		table.setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
		table.getSelectionModel().addListSelectionListener(
			event -> enableButtons());
		table.getAccessibleContext().setAccessibleName("Models");
		table.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent event) {
				if (event.getClickCount() == 2) info();
			}
		});
		final JPanel content = new JPanel(new BorderLayout(GAP, GAP));
		content.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		content.add(new JScrollPane(table));
		final JPanel below = new JPanel(new BorderLayout());
		below.add(buttons());
		status.setRows(STATUS_LINES);
		status.getAccessibleContext().setAccessibleName("What was done last");
		below.add(status, BorderLayout.SOUTH);
		content.add(below, BorderLayout.SOUTH);
		return content;
	}

	private JComponent buttons() {
		final JPanel buttons = new WrappingRow(FlowLayout.LEFT, GAP, 2);
		final JLabel use = new JLabel("Use on:");
		buttons.add(use);
		final JButton image = one("Open image...",
			"classifies the open image by the chosen model", () -> use(
				ModelUse.IMAGE));
		use.setLabelFor(image);
		buttons.add(image);
		buttons.add(one("ROIs...", "classifies the ROIs of the open image",
			() -> use(ModelUse.ROIS)));
		buttons.add(one("Folder...", "classifies the files of a folder", () -> use(
			ModelUse.FOLDER)));
		buttons.add(one("Info", "shows what the model says of itself (Enter)",
			this::info));
		buttons.add(compare);
		buttons.add(file("Rename...", "gives the file another name (F2)",
			this::rename));
		buttons.add(file("Delete", "moves the file into the bin (Delete)",
			this::delete));
		buttons.add(Buttons.button("Refresh",
			"looks again which models there are (F5)", () -> renew(selectedFile())));
		return buttons;
	}

	private JButton one(final String text, final String help,
		final Runnable deed)
	{
		final JButton button = Buttons.button(text, help, deed);
		ofOne.add(button);
		return button;
	}

	private JButton file(final String text, final String help,
		final Runnable deed)
	{
		final JButton button = Buttons.button(text, help, deed);
		ofFile.add(button);
		return button;
	}

	private void bindKeys() {
		Keys.bindAll(table, "ENTER", this::info);
		Keys.bindAll(table, "F2", this::rename);
		Keys.bindAll(table, "DELETE", this::delete);
		final JComponent all = frame.getRootPane();
		Keys.bindAll(all, "F5", () -> renew(selectedFile()));
		Keys.bindAll(all, "ESCAPE", frame::dispose);
		Keys.bindAll(all, "ctrl W", frame::dispose);
	}

	private List<ModelRow> selected() {
		return rows.at(table.getSelectedRows());
	}

	private Path selectedFile() {
		final List<ModelRow> selected = selected();
		return selected.isEmpty() ? null : selected.get(0).file();
	}

	private void enableButtons() {
		final List<ModelRow> selected = selected();
		final boolean single = selected.size() == 1;
		final boolean usable = selected.stream().allMatch(ModelRow::isUsable);
		final String one = single ? "" : "Choose one model first.";
		final String works = usable ? ""
			: "This file cannot be used; the line below says why.";
		ofOne.forEach(b -> Buttons.allow(b, single ? works : one));
		ofFile.forEach(b -> Buttons.allow(b, single && selected.get(0).isShipped()
			? "This model came along with the plugin and stays as it is." : one));
		Buttons.allow(compare, selected.size() == 2 ? works
			: "Choose two models first: click one, then hold Ctrl and click the " +
				"other.");
		if (single) status.setText(selected.get(0).isUsable() ? selected.get(0)
			.file().toString() : selected.get(0).problem());
		else if (!selected.isEmpty()) status.setText("Chosen: " + selected.stream()
			.map(ModelRow::name).collect(Collectors.joining(", ")));
	}

	/** Looks again which models there are. */
	private void renew(final Path chosen) {
		status.setText("Looking for models ...");
		deeds.perform(host::list, listed -> {
			rows.show(listed);
			final int at = chosen == null ? 0 : Math.max(0, rows.indexOf(chosen));
			if (!listed.isEmpty()) {
				table.setRowSelectionInterval(at, at);
				table.scrollRectToVisible(table.getCellRect(at, 0, true));
			}
			else status.setText("There are no models yet. " +
				"'Train CNN Classifier...' makes one.");
			enableButtons();
			icons.want(listed);
		});
	}

	/** A list of models without a picture is none the worse. */
	private void drawPicture(final Path model,
		final Consumer<ItemOutcome<ModelIcon>> drawn)
	{
		deeds.perform(() -> ItemOutcome.of(() -> {
			if (deeds.hasEnded()) throw new IOException("The window is closed.");
			return ModelIcon.of(host.pictures(model));
		}), drawn);
	}

	private void use(final ModelUse use) {
		final Path model = selectedFile();
		if (model != null) host.use(use, model);
	}

	private void compare() {
		final List<ModelRow> selected = selected();
		if (selected.size() == 2) host.compare(selected.get(0).file(), selected.get(
			1).file());
	}

	private void info() {
		final List<ModelRow> selected = selected();
		if (selected.size() != 1 || !selected.get(0).isUsable()) return;
		final ModelRow row = selected.get(0);
		deeds.perform(() -> host.details(row.file()), details -> new DetailsWindow(
			row.name(), details).showBeside(frame), this::refuse);
	}

	/** What was refused may be gone: somebody else changes files, too. */
	private void refuse(final String reason) {
		deeds.refuse(reason);
		renew(selectedFile());
	}

	private void rename() {
		final List<ModelRow> selected = selected();
		if (selected.size() == 1 && !selected.get(0).isShipped()) changes.rename(
			selected.get(0));
	}

	private void delete() {
		final List<ModelRow> selected = selected();
		if (selected.size() == 1 && !selected.get(0).isShipped()) changes.delete(
			selected.get(0));
	}
}
