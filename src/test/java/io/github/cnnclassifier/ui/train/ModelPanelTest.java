
package io.github.cnnclassifier.ui.train;

import static io.github.cnnclassifier.launch.ShownWindows.all;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.util.List;

import javax.swing.JButton;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;

import org.junit.jupiter.api.Test;

class ModelPanelTest {

	private static void layOut(final Container in) {
		in.doLayout();
		for (final Component part : in.getComponents())
			if (part instanceof final Container inner) layOut(inner);
	}

	@Test
	void nameFolderAndButtonStandInOneLine() throws Exception {
		EventQueue.invokeAndWait(() -> {
			final ModelPanel panel = new ModelPanel(() -> {});
			for (final int width : new int[] { 640, 1100 })
				for (final int more : new int[] { 0, 9 }) {
					panel.setSize(width, panel.getPreferredSize().height + more);
					layOut(panel);
					final List<Integer> middles = all(panel).stream().filter(part -> part
						.isVisible() && (part instanceof JTextField ||
							part instanceof JButton)).map(part -> SwingUtilities.convertPoint(
								part, 0, part.getHeight() / 2, panel).y).toList();
					assertEquals(3, middles.size());
					assertEquals(0, middles.stream().mapToInt(y -> Math.abs(y - middles
						.get(0)) > 1 ? 1 : 0).sum(), middles.toString());
				}
		});
	}
}
