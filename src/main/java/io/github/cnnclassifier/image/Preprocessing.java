package io.github.cnnclassifier.image;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * The one deterministic way from pixels to network input: channels, then
 * resize, then intensity. Stored in the model and used for training, evaluation
 * and prediction alike. Display range, look-up table and storage type of the
 * image have no influence.
 * <p>
 * Immutable and thread-safe.
 *
 * @param width of the input in pixels
 * @param height of the input in pixels
 * @param channels of the input
 * @param channelRule how image channels become input channels
 * @param range the pixel values that become 0 and 1
 */
public record Preprocessing(int width,int height,int channels,ChannelRule channelRule,IntensityRange range){

/**
 * @param image any size
 * @return the network's input in the order C,H,W, values 0 to 1
 * @throws UserFailure if the channels do not fit or values lie outside the
 *           range; the message tells expected, found and what to do
 */
public float[]apply(final SampleImage image){throw new UnsupportedOperationException("dataset slice");}}
