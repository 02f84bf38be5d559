
package io.github.cnnclassifier.tour;

import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;

import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuComponent;
import java.awt.MenuItem;
import java.awt.Point;
import java.awt.Rectangle;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Where an entry of a menu is on the screen. AWT tells nobody, so that this
 * looks into its X11 part, which must be open to it: {@code --add-opens} of
 * java.awt and sun.awt.X11.
 */
final class MenuPlace {

	private static final int TRIES = 100;

	private final MenuItem item;

	private MenuPlace(final MenuItem item) {
		this.item = item;
	}

	/**
	 * @param bar with the menus
	 * @param labels of a menu, of submenus and of an entry
	 * @return their places
	 */
	static List<MenuPlace> of(final MenuBar bar, final List<String> labels) {
		final List<MenuPlace> places = new ArrayList<>();
		Menu menu = null;
		for (final String label : labels) {
			final MenuItem next = menu == null ? inBar(bar, label) : inMenu(menu,
				label);
			places.add(new MenuPlace(next));
			if (next instanceof final Menu inner) menu = inner;
		}
		return places;
	}

	private static MenuItem inBar(final MenuBar bar, final String label) {
		for (int i = 0; i < bar.getMenuCount(); i++)
			if (bar.getMenu(i).getLabel().equals(label)) return bar.getMenu(i);
		throw new AssertionError("There is no menu " + label);
	}

	private static MenuItem inMenu(final Menu menu, final String label) {
		for (int i = 0; i < menu.getItemCount(); i++)
			if (menu.getItem(i).getLabel().equals(label)) return menu.getItem(i);
		throw new AssertionError("The menu " + menu.getLabel() + " has no " +
			label);
	}

	/** Waits until it is shown. */
	Point await() throws Exception {
		for (int i = 0; i < TRIES; i++) {
			final Point place = onEventThread(this::place);
			if (place != null) return place;
			TimeUnit.MILLISECONDS.sleep(20);
		}
		throw new AssertionError("The menu entry " + item.getLabel() +
			" does not come");
	}

	/** @return null while it is not shown */
	private Point place() {
		try {
			final Field field = MenuComponent.class.getDeclaredField("peer");
			field.setAccessible(true);
			final Object peer = field.get(item);
			if (peer == null) return null;
			final Object container = call(peer, "getContainer");
			final Rectangle bounds = (Rectangle) call(peer, "getBounds");
			if (container == null || bounds == null || !(Boolean) call(container,
				"isVisible")) return null;
			final Point origin = (Point) method(container.getClass(), "toGlobal",
				Point.class).invoke(container, new Point(0, 0));
			return new Point(origin.x + bounds.x + Math.min(bounds.width, 60) / 2,
				origin.y + bounds.y + bounds.height / 2);
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Object call(final Object on, final String name)
		throws ReflectiveOperationException
	{
		return method(on.getClass(), name).invoke(on);
	}

	private static Method method(final Class<?> type, final String name,
		final Class<?>... arguments)
	{
		for (Class<?> at = type; at != null; at = at.getSuperclass()) {
			try {
				final Method method = at.getDeclaredMethod(name, arguments);
				method.setAccessible(true);
				return method;
			}
			catch (final NoSuchMethodException e) {
				// the class above may have it
			}
		}
		throw new IllegalStateException("No " + name + " in " + type);
	}
}
