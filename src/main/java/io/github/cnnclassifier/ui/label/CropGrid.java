
package io.github.cnnclassifier.ui.label;

import java.awt.AlphaComposite;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import javax.swing.AbstractListModel;
import javax.swing.DefaultListSelectionModel;
import javax.swing.JList;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.text.Position;

import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.ui.PictureCache;
import io.github.cnnclassifier.workflow.label.LabelSession;
import io.github.cnnclassifier.workflow.label.Thumbnail;

/**
 * Crops beside one another, of which only those in sight are read and painted,
 * however many there are. Several are chosen with shift, with control, or with
 * a rubber band that is drawn around them.
 */
final class CropGrid extends JList<Integer> {

	private static final long serialVersionUID = 1L;

	private static final int REPAINT_MILLIS = 40;
	/** So many pixels are still a click. */
	private static final int CLICK = 4;

	private final transient LabelSession session;
	private final transient PictureCache<Integer> pictures;
	private final Timer repaints;
	private transient ClassLooks looks;
	private Set<Integer> proposed = Set.of();
	private int[] order = new int[0];
	/** Where in the order a crop is; -1 if it is not shown. */
	private final int[] places;
	private transient Rectangle stale = new Rectangle();
	private transient Point bandStart;
	private transient Rectangle band;
	private int[] beforeBand = new int[0];

	/** @param session whose crops are shown once there is an order */
	CropGrid(final LabelSession session) {
		this.session = session;
		looks = new ClassLooks(session.classes());
		places = new int[session.size()];
		pictures = new PictureCache<>(this::read, this::made);
		repaints = new Timer(REPAINT_MILLIS, event -> repaintStale());
		repaints.setRepeats(false);
		setLayoutOrientation(HORIZONTAL_WRAP);
		setVisibleRowCount(-1);
		setFixedCellWidth(CropCell.CELL_WIDTH);
		setFixedCellHeight(CropCell.CELL_HEIGHT);
		setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
		setCellRenderer(new CropCell(this));
		getAccessibleContext().setAccessibleName("Crops");
		getAccessibleContext().setAccessibleDescription(
			"The key of a class gives it to the selected crops");
	}

	LabelSession session() {
		return session;
	}

	ClassLooks looks() {
		return looks;
	}

	/** Shows classes as they are now, and which crops are to be next. */
	void show(final ClassLooks classes, final int[] next) {
		looks = classes;
		final Set<Integer> set = new HashSet<>();
		for (final int crop : next)
			set.add(crop);
		proposed = set;
		repaint();
	}

	boolean isProposed(final int crop) {
		return proposed.contains(crop);
	}

	ItemOutcome<BufferedImage> picture(final int crop) {
		return pictures.of(crop);
	}

	/** On a thread in the background. */
	private BufferedImage read(final int crop) throws IOException {
		final Thumbnail small = session.thumbnail(crop);
		// small crops are enlarged by whole numbers, so that pixels stay square
		final int factor = Math.max(1, LabelSession.THUMBNAIL_SIDE / Math.max(small
			.width(), small.height()));
		final BufferedImage image = new BufferedImage(factor * small.width(),
			factor * small.height(), BufferedImage.TYPE_INT_RGB);
		final int[] row = new int[image.getWidth()];
		for (int y = 0; y < small.height(); y++) {
			for (int x = 0; x < row.length; x++)
				row[x] = small.rgb()[y * small.width() + x / factor];
			for (int i = 0; i < factor; i++)
				image.setRGB(0, factor * y + i, row.length, 1, row, 0, row.length);
		}
		return image;
	}

	/** Many that come at once are painted at once. */
	private void made(final int crop) {
		final Rectangle cell = bounds(crop);
		if (cell == null || !cell.intersects(getVisibleRect())) return;
		stale = stale.isEmpty() ? cell : stale.union(cell);
		if (!repaints.isRunning()) repaints.start();
	}

	private void repaintStale() {
		repaint(stale);
		stale = new Rectangle();
	}

	private Rectangle bounds(final int crop) {
		final int place = place(crop);
		return place < 0 ? null : getCellBounds(place, place);
	}

	private int place(final int crop) {
		return order.length == 0 ? -1 : places[crop];
	}

	/**
	 * Shows crops in an order. Those that were selected stay selected, as far as
	 * they are shown.
	 *
	 * @param crops each at most once
	 */
	void show(final int[] crops) {
		final int[] chosen = selected();
		final int lead = lead();
		order = crops.clone();
		Arrays.fill(places, -1);
		for (int i = 0; i < order.length; i++)
			places[order[i]] = i;
		setModel(new AbstractListModel<Integer>() {

			private static final long serialVersionUID = 1L;

			@Override
			public int getSize() {
				return order.length;
			}

			@Override
			public Integer getElementAt(final int index) {
				return order[index];
			}
		});
		select(chosen, lead);
	}

	/** Shows some crops before all others, which stay in their order. */
	void showFirst(final int[] crops) {
		final Set<Integer> first = new HashSet<>();
		for (final int crop : crops)
			first.add(crop);
		final int[] others = Arrays.stream(order).filter(crop -> !first.contains(
			crop)).toArray();
		final int[] all = Arrays.copyOf(crops, crops.length + others.length);
		System.arraycopy(others, 0, all, crops.length, others.length);
		show(all);
	}

	/** @return the crops in the order that is shown; a copy */
	int[] order() {
		return order.clone();
	}

	/** @return the selected crops, in the order that is shown */
	int[] selected() {
		final int[] indices = getSelectedIndices();
		return Arrays.stream(indices).filter(i -> i < order.length).map(
			i -> order[i]).toArray();
	}

	/** @return the crop that the arrow keys go on from; -1 if there is none */
	int lead() {
		final int index = getLeadSelectionIndex();
		return index < 0 || index >= order.length ? -1 : order[index];
	}

	/**
	 * Selects crops and no others.
	 *
	 * @param crops those that are not shown are left out
	 * @param lead from which the arrow keys go on; -1 for the first one
	 */
	void select(final int[] crops, final int lead) {
		final int[] chosen = Arrays.stream(crops).map(this::place).filter(
			place -> place >= 0).sorted().toArray();
		final DefaultListSelectionModel model =
			(DefaultListSelectionModel) getSelectionModel();
		model.setValueIsAdjusting(true);
		model.clearSelection();
		for (int i = 0; i < chosen.length; i++) {
			final int begin = chosen[i];
			while (i + 1 < chosen.length && chosen[i + 1] <= chosen[i] + 1)
				i++;
			model.addSelectionInterval(begin, chosen[i]);
		}
		int at = lead < 0 ? -1 : place(lead);
		if (at < 0 && chosen.length > 0) at = chosen[0];
		if (at < 0 && order.length > 0) at = 0;
		if (at >= 0) {
			model.setAnchorSelectionIndex(at);
			model.moveLeadSelectionIndex(at);
		}
		model.setValueIsAdjusting(false);
	}

	/** Selects crops, and shows the first of them. */
	void goTo(final int[] crops) {
		select(crops, -1);
		if (crops.length > 0 && place(crops[0]) >= 0) ensureIndexIsVisible(place(
			crops[0]));
	}

	/** Adds a crop to the selection, or takes it out. */
	void toggle(final int crop) {
		final int place = place(crop);
		if (place < 0) return;
		if (isSelectedIndex(place)) removeSelectionInterval(place, place);
		else addSelectionInterval(place, place);
		ensureIndexIsVisible(place);
	}

	/** Ends the work in the background. */
	void close() {
		repaints.stop();
		pictures.close();
	}

	/** Letters are classes here, not begins of names. */
	@Override
	public int getNextMatch(final String prefix, final int startIndex,
		final Position.Bias bias)
	{
		return -1;
	}

	private boolean isOnACrop(final Point point) {
		final int index = locationToIndex(point);
		return index >= 0 && getCellBounds(index, index).contains(point);
	}

	@Override
	protected void processMouseEvent(final MouseEvent event) {
		if (event.getID() == MouseEvent.MOUSE_PRESSED && SwingUtilities
			.isLeftMouseButton(event))
		{
			bandStart = event.getPoint();
			final boolean adds = event.isShiftDown() || event.isControlDown() || event
				.isMetaDown();
			beforeBand = adds ? getSelectedIndices() : new int[0];
			if (!isOnACrop(event.getPoint())) {
				requestFocusInWindow();
				if (!adds) clearSelection();
				return;
			}
		}
		if (event.getID() == MouseEvent.MOUSE_RELEASED) endBand();
		super.processMouseEvent(event);
	}

	private void endBand() {
		bandStart = null;
		if (band == null) return;
		band = null;
		setValueIsAdjusting(false);
		repaint();
	}

	@Override
	protected void processMouseMotionEvent(final MouseEvent event) {
		if (event.getID() != MouseEvent.MOUSE_DRAGGED || bandStart == null) {
			super.processMouseMotionEvent(event);
			return;
		}
		if (band == null && bandStart.distance(event.getPoint()) < CLICK) return;
		band = new Rectangle(bandStart);
		band.add(event.getPoint());
		setValueIsAdjusting(true);
		selectInBand();
		scrollRectToVisible(new Rectangle(event.getX(), event.getY(), 1, 1));
		repaint();
	}

	private void selectInBand() {
		final int columns = Math.max(1, getWidth() / CropCell.CELL_WIDTH);
		final int left = Math.max(0, band.x / CropCell.CELL_WIDTH);
		final int right = Math.min(columns - 1, (band.x + band.width) /
			CropCell.CELL_WIDTH);
		final int top = Math.max(0, band.y / CropCell.CELL_HEIGHT);
		final int bottom = (band.y + band.height) / CropCell.CELL_HEIGHT;
		setSelectedIndices(beforeBand);
		for (int row = top; row <= bottom; row++) {
			final int first = row * columns + left;
			final int last = Math.min(row * columns + right, order.length - 1);
			if (first <= last) addSelectionInterval(first, last);
		}
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		super.paintComponent(graphics);
		if (band == null) return;
		final Graphics2D g = (Graphics2D) graphics.create();
		g.setColor(getSelectionBackground());
		g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.3f));
		g.fill(band);
		g.setComposite(AlphaComposite.SrcOver);
		g.setColor(getForeground());
		g.draw(band);
		g.dispose();
	}
}
