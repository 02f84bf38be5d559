
package io.github.cnnclassifier.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Insets;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;

import javax.swing.JPanel;

/**
 * Components beside one another, in a second line where the first has no room:
 * and as high as that needs, so that nothing is cut off. Used on the event
 * thread.
 */
public class WrappingRow extends JPanel {

	private static final long serialVersionUID = 1L;

	/**
	 * @param align as of {@link FlowLayout}
	 * @param gap between two in a line, in pixels
	 * @param lineGap between two lines, above and below, in pixels
	 */
	public WrappingRow(final int align, final int gap, final int lineGap) {
		super(new Lines(align, gap, lineGap));
		addComponentListener(new ComponentAdapter() {

			@Override
			public void componentResized(final ComponentEvent event) {
				// another width may need another height
				revalidate();
			}
		});
	}

	/** A flow whose height is that of all its lines. */
	private static final class Lines extends FlowLayout {

		private static final long serialVersionUID = 1L;

		Lines(final int align, final int gap, final int lineGap) {
			super(align, gap, lineGap);
		}

		@Override
		public Dimension preferredLayoutSize(final Container target) {
			synchronized (target.getTreeLock()) {
				final Insets insets = target.getInsets();
				final int beside = insets.left + insets.right + 2 * getHgap();
				final int room = width(target) - beside;
				if (room <= 0) return super.preferredLayoutSize(target);
				int widest = 0;
				int height = 0;
				int line = 0;
				int lineHeight = 0;
				for (final Component part : target.getComponents()) {
					if (!part.isVisible()) continue;
					final Dimension size = part.getPreferredSize();
					// as FlowLayout itself decides
					if (line > 0 && line + size.width > room) {
						height += lineHeight + getVgap();
						line = 0;
						lineHeight = 0;
					}
					line += (line > 0 ? getHgap() : 0) + size.width;
					lineHeight = Math.max(lineHeight, size.height);
					widest = Math.max(widest, line);
				}
				return new Dimension(widest + beside, height + lineHeight + 2 *
					getVgap() + insets.top + insets.bottom);
			}
		}

		/** Before it has a width of its own, that of what it is in. */
		private static int width(final Container target) {
			Container at = target;
			while (at != null && at.getWidth() == 0)
				at = at.getParent();
			return at == null ? 0 : at.getWidth();
		}
	}
}
