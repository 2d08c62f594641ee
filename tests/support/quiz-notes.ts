/** Notes on a field of their own of which every kind of question can be made. */
export const quizNotes: Readonly<Record<string, string>> = {
  'sailing.md': `# Sailing

## Sails

- **Jib**: a three-cornered sail that is set before the mast.
- **Spinnaker**: a light, balloon-shaped sail for running before the wind.
- **Mizzen**: the sail that is set on the mast behind the main one.
- **Trysail**: a small, strong sail that replaces the mainsail in a storm.
- **Staysail**: a sail that is set along a stay instead of a mast.

## Ropes

- **Halyard**: a rope that hoists a sail to the top of the mast.
- **Sheet**: a rope that controls the angle of a sail to the wind.
- **Painter**: a rope that ties the bow of a small boat to a post.
- **Shroud**: a wire that holds the mast from the side.
- **Spring rope**: a line that keeps a moored boat from moving forward or back.
- **Breast rope**: a line that keeps a moored boat close to the quay.
- **Topping lift**: a rope that holds up the free end of the boom.

## Knots

Which knots hold under load?

- [x] Bowline
- [x] Figure eight
- [ ] Granny knot
- [ ] Slip knot

Which side of a boat is port?

- [ ] the right one
- [x] the left one

## Steps of a tack

1. Warn the crew
2. Push the tiller to the sail
3. Let the old sheet go
4. Haul in the new sheet

## Stages of a storm

1. calm
2. squall
3. gale
4. lull

The stages of mooring are:

1. Slow down
2. Hang out fenders
3. Throw the bow line
4. Tie the stern line

## Troubles

- **Challenge**: The boat heels too far in a gust.
  **Solution**: Ease the mainsheet until the sail spills wind.
- **Challenge**: The anchor drags over the sea bed.
  **Solution**: Let out more chain so that the pull is flat.
- **Challenge**: The propeller is caught in a rope.
  **Solution**: Stop the engine and cut the rope from a dinghy.

## Rules

- A sailing boat gives way to a vessel that is not under command, because that vessel cannot steer away.
- **COLREG** (Collision Regulations): the rules by which ships avoid each other at sea.
- **VHF** (Very High Frequency): the radio band on which ships speak with harbours.
- **AIS** (Automatic Identification System): a radio signal that tells the name, place and course of a ship.
- **EPIRB** (Emergency Position Indicating Radio Beacon): a buoy that calls for rescue by satellite.
`,
  'weather.md': `# Weather

- **Isobar**: a line on a map that joins places of equal air pressure.
- **Cold front**: the edge of cold air that pushes under warm air.
- **Warm front**: the edge of warm air that glides over cold air.
- **Squall**: a sudden, strong wind that lasts a few minutes.
- **Fetch**: the stretch of open water over which the wind raises waves.
- **Katabatic wind**: a wind of cold air that falls down a slope at night.
`,
}
