
package io.github.cnnclassifier.ui.models;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.util.List;

import javax.swing.Icon;

import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.report.SmallPicture;

/**
 * Up to four images side by side.
 *
 * @param pictures from left to right, each no larger than {@link #HEIGHT}
 */
record ModelIcon(List<BufferedImage> pictures) implements Icon {

	static final int HEIGHT = 40;
	private static final int GAP = 2;
	private static final int MOST = 4;
	static final int WIDTH = MOST * (HEIGHT + GAP);

	/** Draws them; not on the event thread. */
	static ModelIcon of(final List<SampleImage> images) {
		return new ModelIcon(images.stream().limit(MOST).map(image -> SmallPicture
			.of(image, HEIGHT)).toList());
	}

	@Override
	public void paintIcon(final Component on, final Graphics g, final int x,
		final int y)
	{
		int left = x;
		for (final BufferedImage picture : pictures) {
			// small ones are enlarged, so that all rows look alike
			final int longest = Math.max(picture.getWidth(), picture.getHeight());
			final int width = Math.max(1, picture.getWidth() * HEIGHT / longest);
			final int height = Math.max(1, picture.getHeight() * HEIGHT / longest);
			g.drawImage(picture, left, y + (HEIGHT - height) / 2, width, height,
				null);
			left += width + GAP;
		}
	}

	@Override
	public int getIconWidth() {
		return WIDTH;
	}

	@Override
	public int getIconHeight() {
		return HEIGHT;
	}
}
