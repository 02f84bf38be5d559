
package io.github.cnnclassifier.ui.label;

import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.JTable;

import io.github.cnnclassifier.launch.ShownWindows;

/** The window of the labels as a person uses it. */
final class ShownLabels {

	private static final int TRIES = 600;

	private final JFrame frame;

	private ShownLabels(final JFrame frame) {
		this.frame = frame;
	}

	static ShownLabels open(final FakeSession session,
		final Optional<ImageCrops> image, final Consumer<Path> training)
		throws Exception
	{
		LabelWindow.open(session, image, training);
		return new ShownLabels(await(() -> Arrays.stream(Frame.getFrames()).filter(
			f -> f instanceof JFrame && f.isShowing() && f.getTitle().startsWith(
				"Label images: ")).map(JFrame.class::cast).findFirst().orElse(null)));
	}

	JFrame frame() {
		return frame;
	}

	/** As with the button of the window, and waits until it is gone. */
	void close() throws Exception {
		EventQueue.invokeLater(() -> frame.dispatchEvent(new WindowEvent(frame,
			WindowEvent.WINDOW_CLOSING)));
		await(() -> frame.isDisplayable() ? null : true);
	}

	static <T> T await(final Supplier<T> sought) throws Exception {
		for (int i = 0; i < TRIES; i++) {
			final T found = onEventThread(sought);
			if (found != null) return found;
			TimeUnit.MILLISECONDS.sleep(50);
		}
		throw new IllegalStateException("Waited in vain");
	}

	CropGrid grid() throws Exception {
		return find(CropGrid.class, "Crops");
	}

	JTable classes() throws Exception {
		return find(JTable.class, "Classes");
	}

	<C extends Component> C find(final Class<C> type, final String name)
		throws Exception
	{
		return ShownWindows.find(frame, type, name);
	}

	/** Selects crops as if they had been clicked. */
	void select(final int... crops) throws Exception {
		final CropGrid grid = grid();
		EventQueue.invokeAndWait(() -> grid.goTo(crops));
	}

	List<Integer> selected() throws Exception {
		final CropGrid grid = grid();
		return onEventThread(() -> Arrays.stream(grid.selected()).boxed().sorted()
			.toList());
	}

	/** Types a character into the grid. */
	void type(final char key) throws Exception {
		type(grid(), key, KeyEvent.getExtendedKeyCodeForChar(key), 0);
	}

	/** Presses a key that is no character, in the grid. */
	void press(final int code, final int modifiers) throws Exception {
		type(grid(), KeyEvent.CHAR_UNDEFINED, code, modifiers);
	}

	static void type(final Component to, final char key, final int code,
		final int modifiers) throws Exception
	{
		EventQueue.invokeAndWait(() -> {
			send(to, KeyEvent.KEY_PRESSED, code, key, modifiers);
			if (key != KeyEvent.CHAR_UNDEFINED) send(to, KeyEvent.KEY_TYPED,
				KeyEvent.VK_UNDEFINED, key, modifiers);
			send(to, KeyEvent.KEY_RELEASED, code, key, modifiers);
		});
		// what it has changed is shown by now
		EventQueue.invokeAndWait(() -> {});
	}

	private static void send(final Component to, final int id, final int code,
		final char key, final int modifiers)
	{
		to.dispatchEvent(new KeyEvent(to, id, System.currentTimeMillis(), modifiers,
			code, key));
	}

	/** With the left button, from place to place; a click if both are one. */
	static void drag(final Component at, final Point from, final Point to,
		final int modifiers) throws Exception
	{
		EventQueue.invokeAndWait(() -> {
			mouse(at, MouseEvent.MOUSE_PRESSED, from, modifiers);
			if (!from.equals(to)) {
				mouse(at, MouseEvent.MOUSE_DRAGGED, new Point((from.x + to.x) / 2,
					(from.y + to.y) / 2), modifiers);
				mouse(at, MouseEvent.MOUSE_DRAGGED, to, modifiers);
			}
			mouse(at, MouseEvent.MOUSE_RELEASED, to, modifiers);
			if (from.equals(to)) mouse(at, MouseEvent.MOUSE_CLICKED, to, modifiers);
		});
		EventQueue.invokeAndWait(() -> {});
	}

	private static void mouse(final Component at, final int id, final Point place,
		final int modifiers)
	{
		at.dispatchEvent(new MouseEvent(at, id, System.currentTimeMillis(),
			modifiers | InputEvent.BUTTON1_DOWN_MASK, place.x, place.y, 1, false,
			id == MouseEvent.MOUSE_DRAGGED ? MouseEvent.NOBUTTON
				: MouseEvent.BUTTON1));
	}

	/** The middle of a crop in the grid. */
	Point middle(final int crop) throws Exception {
		final CropGrid grid = grid();
		final Rectangle cell = onEventThread(() -> {
			final int[] order = grid.order();
			for (int i = 0; i < order.length; i++)
				if (order[i] == crop) return grid.getCellBounds(i, i);
			throw new IllegalStateException("Crop " + crop + " is not shown");
		});
		return new Point((int) cell.getCenterX(), (int) cell.getCenterY());
	}

	/** Writes a picture of the window, to be looked at. */
	void picture(final String name) throws Exception {
		final BufferedImage image = onEventThread(() -> {
			final BufferedImage canvas = new BufferedImage(frame.getWidth(), frame
				.getHeight(), BufferedImage.TYPE_INT_RGB);
			frame.paint(canvas.createGraphics());
			return canvas;
		});
		save(image, name);
	}

	static void save(final BufferedImage image, final String name)
		throws IOException
	{
		final File file = Path.of("target", "windows", name + ".png").toFile();
		file.getParentFile().mkdirs();
		ImageIO.write(image, "png", file);
	}
}
