
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import javax.swing.AbstractListModel;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import javax.swing.WindowConstants;

import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.ui.Buttons;
import io.github.cnnclassifier.ui.Counted;
import io.github.cnnclassifier.ui.Keys;
import io.github.cnnclassifier.ui.ListedWindow;
import io.github.cnnclassifier.ui.Pictured;
import io.github.cnnclassifier.ui.Plain;
import io.github.cnnclassifier.ui.PlainListCell;
import io.github.cnnclassifier.ui.TextLine;
import io.github.cnnclassifier.ui.WrappingRow;
import io.github.cnnclassifier.workflow.train.ClassRow;
import io.github.cnnclassifier.workflow.train.TrainingPreview;

/**
 * All images of a class before a training. Selected ones are moved to another
 * class or left out. Only pictures in sight are made. Used on the event thread.
 */
final class ClassSheet {

	/** What somebody does with images. */
	interface Deeds {

		/** Images get another class. */
		void move(List<String> names, String label);

		/** Images are left out. */
		void leaveOut(List<String> names);

		/** The last decision is taken back. */
		void undo();

		/** The decision that was taken back last is made again. */
		void redo();

		/** An image is shown by itself. */
		void open(int position);
	}

	private static final int SIDE = 104;
	private static final int CELL_WIDTH = 122;
	private static final int CELL_HEIGHT = SIDE + 26;
	private static final int WIDTH = 700;
	private static final int HEIGHT = 520;
	private static final int GAP = 6;

	private final String label;
	private final Deeds deeds;
	private final JFrame frame = new JFrame();
	private final JList<Integer> images = new JList<>();
	private final JComboBox<String> classes = new JComboBox<>();
	private final JLabel status = new TextLine();
	private TrainingPreview preview;
	private int[] positions = new int[0];
	private final PreviewPictures pictures = new PreviewPictures(SIDE,
		images::repaint);

	/**
	 * @param label of the class
	 * @param preview with its images
	 * @param deeds done when somebody asks for them
	 */
	ClassSheet(final String label, final TrainingPreview preview,
		final Deeds deeds)
	{
		this.label = label;
		this.deeds = deeds;
		images.setLayoutOrientation(JList.HORIZONTAL_WRAP);
		images.setVisibleRowCount(-1);
		images.setFixedCellWidth(CELL_WIDTH);
		images.setFixedCellHeight(CELL_HEIGHT);
		images.setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
		images.setCellRenderer(new Cell());
		images.getAccessibleContext().setAccessibleName("Images of " + label);
		images.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent event) {
				if (event.getClickCount() == 2) open();
			}
		});
		frame.setContentPane(content());
		bindKeys();
		show(preview);
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		frame.setSize(WIDTH, HEIGHT);
	}

	private JPanel content() {
		classes.setRenderer(new PlainListCell());
		classes.getAccessibleContext().setAccessibleName(
			"Class for the selected images");
		final JLabel to = new JLabel("Selected images are:");
		to.setLabelFor(classes);
		final JPanel row = new WrappingRow(FlowLayout.LEFT, GAP, 2);
		row.add(to);
		row.add(classes);
		row.add(Buttons.button("Move (M)",
			"to this class; files stay where they are", this::move));
		row.add(Buttons.button("Leave out (X)", "as damaged or none of the classes",
			this::leaveOut));
		row.add(Buttons.button("Undo (Ctrl+Z)", "takes the last decision back",
			deeds::undo));
		row.add(Buttons.button("Redo (Ctrl+Y)", "makes it again", deeds::redo));
		row.add(Buttons.button("Open (Enter)", "in ImageJ", this::open));
		final JScrollPane scroll = new JScrollPane(images,
			JScrollPane.VERTICAL_SCROLLBAR_ALWAYS,
			JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		scroll.getVerticalScrollBar().setUnitIncrement(40);
		final JPanel below = new JPanel(new BorderLayout());
		below.add(row);
		below.add(status, BorderLayout.SOUTH);
		final JPanel content = new JPanel(new BorderLayout(GAP, GAP));
		content.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		content.add(scroll);
		content.add(below, BorderLayout.SOUTH);
		return content;
	}

	private void bindKeys() {
		Keys.bind(images, "M", this::move);
		Keys.bind(images, "X", this::leaveOut);
		Keys.bind(images, "ENTER", this::open);
		final JComponent all = frame.getRootPane();
		Keys.bindAll(all, "ctrl Z", deeds::undo);
		Keys.bindAll(all, "ctrl Y", deeds::redo);
		Keys.bindAll(all, "ctrl shift Z", deeds::redo);
		Keys.bindAll(all, "ctrl W", frame::dispose);
		Keys.bindAll(all, "ESCAPE", frame::dispose);
	}

	/** Opens it beside another window. */
	void open(final Component beside) {
		frame.setLocationRelativeTo(beside);
		ListedWindow.show(frame, pictures::close);
		images.requestFocusInWindow();
	}

	String label() {
		return label;
	}

	boolean isOpen() {
		return frame.isDisplayable();
	}

	void toFront() {
		frame.toFront();
	}

	void close() {
		frame.dispose();
	}

	/** @param next the same images after a decision */
	void show(final TrainingPreview next) {
		final Set<String> chosen = preview == null ? Set.of() : Set.copyOf(
			chosenNames());
		final int first = images.getMinSelectionIndex();
		final int lead = images.getLeadSelectionIndex();
		preview = next;
		positions = next.members(label);
		pictures.show(next);
		final Object to = classes.getSelectedItem();
		classes.removeAllItems();
		next.rows().stream().map(ClassRow::label).filter(other -> !other.equals(
			label)).forEach(classes::addItem);
		if (to != null) classes.setSelectedItem(to);
		final int[] shown = positions;
		images.setModel(new AbstractListModel<Integer>() {

			private static final long serialVersionUID = 1L;

			@Override
			public int getSize() {
				return shown.length;
			}

			@Override
			public Integer getElementAt(final int index) {
				return shown[index];
			}
		});
		select(chosen, first, lead);
		frame.setTitle(label + ": " + Counted.images(shown.length));
	}

	/**
	 * Who goes on with the keyboard goes on where the images were that are
	 * decided now.
	 */
	private void select(final Set<String> chosen, final int first,
		final int lead)
	{
		if (positions.length == 0) return;
		final int[] still = IntStream.range(0, positions.length).filter(i -> chosen
			.contains(preview.name(positions[i]))).toArray();
		final int last = positions.length - 1;
		final int next;
		if (still.length > 0) {
			next = still[still.length - 1];
			images.setSelectedIndices(still);
		}
		else if (chosen.isEmpty()) {
			next = Math.min(Math.max(lead, 0), last);
			images.getSelectionModel().setAnchorSelectionIndex(next);
			images.getSelectionModel().setLeadSelectionIndex(next);
			images.clearSelection();
		}
		else {
			next = Math.min(first, last);
			images.setSelectedIndex(next);
		}
		images.ensureIndexIsVisible(next);
	}

	/** @param words what was done, or why it was not */
	void tell(final String words) {
		status.setText(words);
	}

	private List<String> chosenNames() {
		return Arrays.stream(images.getSelectedIndices()).mapToObj(i -> preview
			.name(positions[i])).toList();
	}

	private List<String> selected() {
		final List<String> names = chosenNames();
		if (names.isEmpty()) tell("Select images first: click them, or use the " +
			"arrow keys and the space bar.");
		return names;
	}

	private void move() {
		final Object to = classes.getSelectedItem();
		final List<String> names = selected();
		if (to != null && !names.isEmpty()) deeds.move(names, to.toString());
	}

	private void leaveOut() {
		final List<String> names = selected();
		if (!names.isEmpty()) deeds.leaveOut(names);
	}

	private void open() {
		Arrays.stream(images.getSelectedIndices()).forEach(i -> deeds.open(
			positions[i]));
	}

	/** The picture, and below it the name. */
	private final class Cell extends DefaultListCellRenderer {

		private static final long serialVersionUID = 1L;

		private static final int MARGIN = 5;

		private transient ItemOutcome<BufferedImage> picture;
		private String name = "";

		@Override
		public Component getListCellRendererComponent(final JList<?> list,
			final Object value, final int index, final boolean isSelected,
			final boolean hasFocus)
		{
			super.getListCellRendererComponent(list, "", index, isSelected, hasFocus);
			final int position = (Integer) value;
			picture = pictures.of(position);
			name = preview.name(position);
			getAccessibleContext().setAccessibleName(name);
			setToolTipText(Plain.text(picture != null && picture.isFailed() ? name +
				". " + picture.reason() : name));
			return this;
		}

		@Override
		protected void paintComponent(final Graphics graphics) {
			super.paintComponent(graphics);
			final int x = (getWidth() - SIDE) / 2;
			graphics.setColor(getForeground());
			if (picture == null || picture.isFailed()) graphics.drawRect(x, MARGIN,
				SIDE - 1, SIDE - 1);
			else Pictured.draw(graphics, picture.result(), x, MARGIN, SIDE);
			graphics.setFont(getFont().deriveFont(Font.PLAIN, 11f));
			graphics.drawString(fitting(graphics.getFontMetrics()), MARGIN, MARGIN +
				SIDE + 15);
		}

		/** The end tells images apart. */
		private String fitting(final FontMetrics metrics) {
			final String last = name.substring(name.lastIndexOf('/') + 1);
			final int room = getWidth() - 2 * MARGIN;
			int begin = 0;
			while (begin < last.length() && metrics.stringWidth((begin == 0 ? ""
				: "\u2026") + last.substring(begin)) > room)
				begin++;
			return (begin == 0 ? "" : "\u2026") + last.substring(begin);
		}
	}
}
