
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.FocusTraversalPolicy;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.accessibility.Accessible;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JScrollBar;
import javax.swing.JSpinner;
import javax.swing.KeyStroke;
import javax.swing.RootPaneContainer;
import javax.swing.SwingUtilities;

import ij.gui.GenericDialog;

/**
 * Whether a window can be used without a mouse and without seeing it: what has
 * the focus in turn has a name for screen readers, each button is reached by
 * Tab or by a key of its own, and Enter and Escape answer a dialog.
 */
public final class Reachability {

	/** Of a window whose order of focus does not come back to its begin. */
	private static final int MOST_STEPS = 5000;

	private Reachability() {}

	/** What is disabled or hidden does not count. */
	public static void check(final Window window) throws Exception {
		final List<String> problems = new ArrayList<>();
		final Set<Component> inTurn = ShownWindows.onEventThread(() -> {
			final Set<Component> reached = inTurn(window);
			for (final Component part : reached)
				if (name(part).isBlank()) problems.add("no name: " + words(part));
			for (final Component part : ShownWindows.all(window))
				if (isUsable(part) && !hasKey(part) && reached.stream().noneMatch(
					at -> SwingUtilities.isDescendingFrom(at, part))) problems.add(
						"only by mouse: " + words(part));
			if (window instanceof final JDialog dialog) addAnswers(dialog, problems);
			if (window instanceof final GenericDialog dialog) addKeys(dialog, reached,
				problems);
			return reached;
		});
		assertEquals(List.of(), problems);
		assertFalse(inTurn.isEmpty(), "nothing has the focus");
	}

	private static Set<Component> inTurn(final Window window) {
		final Set<Component> reached = new LinkedHashSet<>();
		final FocusTraversalPolicy order = window.getFocusTraversalPolicy();
		Component at = order.getFirstComponent(window);
		for (int i = 0; i < MOST_STEPS && at != null && reached.add(at); i++) {
			final Container cycle = at.isFocusCycleRoot(window) ? window : at
				.getFocusCycleRootAncestor();
			at = (cycle == null ? order : cycle.getFocusTraversalPolicy())
				.getComponentAfter(cycle == null ? window : cycle, at);
		}
		return reached;
	}

	/** The field of a list or spinner is called as that is. */
	private static String name(final Component part) {
		final String own = ownName(part);
		if (!own.isBlank()) return own;
		for (Component at = part.getParent(); at != null; at = at.getParent())
			if (at instanceof JSpinner || at instanceof JComboBox) return ownName(at);
		return "";
	}

	private static String ownName(final Component part) {
		if (!(part instanceof final Accessible accessible) || accessible
			.getAccessibleContext() == null) return "";
		final String name = accessible.getAccessibleContext().getAccessibleName();
		return name == null ? "" : name;
	}

	private static boolean isUsable(final Component part) {
		if (!part.isShowing() || !part.isEnabled() || isInner(part)) return false;
		return part instanceof AbstractButton || part instanceof JComboBox ||
			part instanceof java.awt.Button || part instanceof java.awt.Choice ||
			part instanceof java.awt.Checkbox || part instanceof java.awt.TextField;
	}

	/** The arrows of lists, spinners and scroll bars have keys there. */
	private static boolean isInner(final Component part) {
		for (Component at = part.getParent(); at != null; at = at.getParent())
			if (at instanceof JComboBox || at instanceof JScrollBar ||
				at instanceof JSpinner) return true;
		return part.getClass().getName().contains("BasicSplitPaneDivider") || part
			.getParent() != null && part.getParent().getClass().getName().contains(
				"SplitPaneDivider");
	}

	private static boolean hasKey(final Component part) {
		return part instanceof final AbstractButton button && button
			.getMnemonic() != 0;
	}

	private static void addAnswers(final JDialog dialog,
		final List<String> problems)
	{
		if (dialog.getRootPane().getDefaultButton() == null) problems.add(
			"Enter does nothing");
		if (!hasEscape(dialog)) problems.add("Escape does nothing");
	}

	private static boolean hasEscape(final RootPaneContainer window) {
		final KeyStroke escape = KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0);
		final List<Component> parts = new ArrayList<>(ShownWindows.all(window
			.getRootPane()));
		parts.add(window.getRootPane());
		return parts.stream().filter(JComponent.class::isInstance).map(
			JComponent.class::cast).anyMatch(part -> {
				for (final int when : new int[] { JComponent.WHEN_IN_FOCUSED_WINDOW,
					JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT })
			{
					if (part.getInputMap(when) != null && part.getInputMap(when).get(
						escape) != null || part.getActionForKeyStroke(escape) != null)
						return true;
				}
				return false;
			});
	}

	/** Dialogs of ImageJ listen to the keys of each of their parts. */
	private static void addKeys(final GenericDialog dialog,
		final Set<Component> reached, final List<String> problems)
	{
		if (dialog.getButtons()[0] == null) problems.add("there is no OK");
		for (final Component part : reached)
			if (part.getKeyListeners().length == 0) problems.add(
				"Escape does nothing: " + words(part));
	}

	private static String words(final Component part) {
		return part.getClass().getSimpleName() + " '" + ownName(part) + "' in " +
			SwingUtilities.getWindowAncestor(part).getName() + ", " + part
				.getBounds();
	}
}
