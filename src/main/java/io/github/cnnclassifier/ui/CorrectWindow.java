
package io.github.cnnclassifier.ui;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.Graphics;
import java.awt.GridLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.UIManager;
import javax.swing.WindowConstants;

import io.github.cnnclassifier.workflow.ClassKeys;

/**
 * The small window beside an image whose regions are corrected: the classes
 * with their colors and keys, and how many regions of each are confirmed.
 * Whoever closes it ends the correction. Never modal, and never in front by
 * itself.
 * <p>
 * To be used on the event thread.
 */
public final class CorrectWindow {

	/** What the window asks for. */
	public interface Deeds {

		/**
		 * @param index 0-based, of the class for the regions that are chosen; of a
		 *          line that is no class: its regions are chosen
		 */
		void assign(int index);

		/** @param name of a class that is to be in the list */
		void add(String name);

		/** Confirms the classes of the regions that are chosen. */
		void confirm();

		/** Takes the last step back. */
		void undo();

		/** @param step 1 for the next region that nobody confirmed, -1 back */
		void next(int step);

		/** Saves what is confirmed as training images. */
		void save();

		/** The window is closed. */
		void closed();
	}

	/**
	 * A class as the window shows it.
	 *
	 * @param name of it
	 * @param color in which its regions are drawn
	 * @param regions how many are of it
	 * @param confirmed how many of these are confirmed
	 * @param isGiven whether it can be given to regions, and has a key
	 */
	public record Line(String name, Color color, int regions, int confirmed,
			boolean isGiven)
	{
	}

	private static final int GAP = 6;
	private static final int WIDTH = 340;
	private static final int HEIGHT = 420;

	private final JFrame frame;
	private final Deeds deeds;
	private final DefaultListModel<Line> lines = new DefaultListModel<>();
	private final JList<Line> list = new JList<>(lines);
	private final JLabel status = new TextLine();
	private final JTextField name = new JTextField(12);

	/**
	 * Opens it.
	 *
	 * @param title of the image
	 * @param deeds is told
	 * @param beside the window of the image; null for the middle of the screen
	 */
	public CorrectWindow(final String title, final Deeds deeds,
		final Component beside)
	{
		this.deeds = deeds;
		TextUndo.in(name);
		frame = new JFrame("Correct classes: " + title);
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		frame.setContentPane(content());
		bindKeys();
		frame.pack();
		frame.setSize(Math.max(WIDTH, frame.getWidth()), HEIGHT);
		placeBeside(beside);
		// keys are for the image
		frame.setAutoRequestFocus(false);
		frame.setFocusableWindowState(false);
		ListedWindow.show(frame, deeds::closed);
		frame.setFocusableWindowState(true);
	}

	private void placeBeside(final Component image) {
		final int screen = frame.getToolkit().getScreenSize().width;
		if (image == null || image.getX() + image.getWidth() + frame
			.getWidth() > screen) frame.setLocationRelativeTo(null);
		else frame.setLocation(image.getX() + image.getWidth() + GAP, image.getY());
	}

	private JComponent content() {
		list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		list.setCellRenderer(new Renderer());
		list.getAccessibleContext().setAccessibleName("Classes and their keys");
		list.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent event) {
				final int index = list.locationToIndex(event.getPoint());
				if (index >= 0 && list.getCellBounds(index, index).contains(event
					.getPoint())) deeds.assign(index);
			}
		});
		final JLabel help = new JLabel(
			"Click a region, then press the key of its " + "class.");
		help.setLabelFor(list);
		final JPanel content = new JPanel(new BorderLayout(GAP, GAP));
		content.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		content.add(help, BorderLayout.NORTH);
		content.add(new JScrollPane(list));
		content.add(below(), BorderLayout.SOUTH);
		return content;
	}

	private JComponent below() {
		final JLabel label = new JLabel("New class:");
		label.setLabelFor(name);
		name.getAccessibleContext().setAccessibleName("Name of a new class");
		name.addActionListener(event -> add());
		final JPanel first = row();
		first.add(label);
		first.add(name);
		first.add(Buttons.button("Add", "puts the class into the list", this::add));
		final JPanel second = row();
		second.add(Buttons.button("Confirm (Enter)",
			"confirms the class that the chosen regions have", deeds::confirm));
		second.add(Buttons.button("Next (Tab)",
			"goes to the next region that nobody confirmed", () -> deeds.next(1)));
		final JPanel third = row();
		third.add(Buttons.button("Undo (Backspace)", "takes the last step back",
			deeds::undo));
		third.add(Buttons.button("Save confirmed...",
			"saves the confirmed regions as training images", deeds::save));
		status.getAccessibleContext().setAccessibleDescription(
			"what was done last");
		final JPanel rows = new JPanel(new GridLayout(4, 1));
		rows.add(first);
		rows.add(second);
		rows.add(third);
		rows.add(status);
		return rows;
	}

	private static JPanel row() {
		return new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 2));
	}

	private void add() {
		final String text = name.getText().strip();
		if (text.isEmpty()) return;
		deeds.add(text);
		name.setText("");
		list.requestFocusInWindow();
	}

	/** In the list, keys mean what they mean over the image. */
	private void bindKeys() {
		for (int i = 0; !ClassKeys.of(i).isEmpty(); i++) {
			final int index = i;
			Keys.bind(list, Keys.typed(ClassKeys.of(i).charAt(0)), () -> {
				if (index < lines.size()) deeds.assign(index);
			});
		}
		Keys.bind(list, "ENTER", deeds::confirm);
		Keys.bind(list, "SPACE", () -> {
			if (list.getSelectedIndex() >= 0) deeds.assign(list.getSelectedIndex());
		});
		Keys.bind(list, "BACK_SPACE", deeds::undo);
		Keys.bindWindow(frame.getRootPane(), "ESCAPE", this::close);
		Keys.bindWindow(frame.getRootPane(), "ctrl Z", deeds::undo);
	}

	/** @param shown the classes in the order of their keys */
	public void show(final List<Line> shown) {
		final int selected = list.getSelectedIndex();
		lines.clear();
		shown.forEach(lines::addElement);
		if (selected < lines.size()) list.setSelectedIndex(selected);
	}

	/** @param text what was done last, or what is wrong */
	public void tell(final String text) {
		status.setText(text);
	}

	/** Closes it; a second call does nothing. */
	public void close() {
		if (frame.isDisplayable()) frame.dispose();
	}

	private static final class Renderer extends PlainListCell {

		private static final long serialVersionUID = 1L;

		@Override
		public Component getListCellRendererComponent(final JList<?> list,
			final Object value, final int index, final boolean selected,
			final boolean focused)
		{
			super.getListCellRendererComponent(list, value, index, selected, focused);
			final Line line = (Line) value;
			final String key = line.isGiven() ? ClassKeys.of(index) : "";
			setText((key.isEmpty() ? "   " : key) + "   " + line.name() + "   " +
				(line.isGiven() ? line.confirmed() + " of " + line.regions() +
					" confirmed" : line.regions() + ", to be chosen by a click"));
			setIcon(new Swatch(line.color()));
			setBorder(BorderFactory.createEmptyBorder(2, 4, 2, 4));
			return this;
		}
	}

	private record Swatch(Color color) implements Icon {

		private static final int SIDE = 16;

		@Override
		public void paintIcon(final Component on, final Graphics g, final int x,
			final int y)
		{
			g.setColor(color);
			g.fillRect(x, y, SIDE, SIDE);
			final Color line = UIManager.getColor("Label.foreground");
			g.setColor(line == null ? on.getForeground() : line);
			g.drawRect(x, y, SIDE - 1, SIDE - 1);
		}

		@Override
		public int getIconWidth() {
			return SIDE;
		}

		@Override
		public int getIconHeight() {
			return SIDE;
		}
	}
}
